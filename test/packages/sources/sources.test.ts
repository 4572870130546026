import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withPerson } from "../../cli/command";
import { packageText } from "../packageText";
import { gitRepository } from "./gitRepository";

const file = "stackwright.package.yaml";
let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const run = (...args: string[]) => withPerson(args, folder, []);
const manifest = () => at("app", "stackwright.yaml");
const lock = async () => JSON.parse(await readFile(at("app", "stackwright.lock"), "utf8")).packages;
const newer = () => packageText().replace("1.2.0", "1.3.0").replace("nginx:1.29", "nginx:1.30");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-sources-"));
  await mkdir(at("app"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a package in a folder", () => {
  beforeEach(async () => {
    await mkdir(at("shop"));
    await writeFile(at("shop", file), packageText());
  });

  it("is installed from there, which the lock says with a path from the manifest", async () => {
    expect(await run("install", at("shop"), manifest())).toMatchObject({ code: 0, err: "" });
    expect(await lock()).toMatchObject({ shop: { version: "1.2.0", source: "../shop" } });
    expect((await run("install", at("shop"), manifest())).out).toContain("nothing changed");
  });

  it("is updated when the folder has another version, though the old one is nowhere any more", async () => {
    await run("install", at("shop"), manifest());
    await writeFile(at("shop", file), newer());
    expect(await run("update", "shop", manifest(), "--yes")).toMatchObject({ code: 0, err: "" });
    expect(await readFile(manifest(), "utf8")).toContain("nginx:1.30");
    expect(await lock()).toMatchObject({ shop: { version: "1.3.0", source: "../shop" } });
  });

  it("is removed when the folder is gone, and that is said", async () => {
    await run("install", at("shop"), manifest());
    await rm(at("shop"), { recursive: true });
    expect(await run("remove", "shop", manifest())).toMatchObject({ code: 0, err: expect.stringContaining("is used") });
  });

  it("is refused when it changed under its version", async () => {
    await run("install", at("shop"), manifest());
    await writeFile(at("shop", file), packageText().replace("nginx:1.29", "nginx:1.30"));
    const { code, err } = await run("install", at("shop"), manifest());
    expect([code, err]).toEqual([2, expect.stringContaining("A version must never change")]);
  });

  it("is not taken from the cache when what lies there is something else", async () => {
    await run("install", at("shop"), manifest());
    await rm(at("shop"), { recursive: true });
    const [kept = ""] = await readdir(at("cache", "packages"));
    await writeFile(at("cache", "packages", kept), newer());
    expect(await run("remove", "shop", manifest())).toMatchObject({ code: 2, out: "" });
  });

  it("is refused behind a link, and where there is none", async () => {
    await mkdir(at("linked"));
    await symlink(at("shop", file), at("linked", file));
    expect((await run("install", at("linked"), manifest())).err).toContain("link to elsewhere");
    expect((await run("install", at("app"), manifest())).err).toContain("is no package");
  });
});

describe("a git repository", () => {
  const repository = () => gitRepository(at("repository"));
  beforeEach(() => repository().begin());

  it("gives the package at its top, at a tag, and in a folder", async () => {
    const { commit, git, url } = repository();
    await commit({ [file]: packageText(), [`deep/er/${file}`]: packageText().replace("name: shop", "name: deep") });
    git("tag", "v1");
    await commit({ [file]: newer() });
    expect((await run("install", url, manifest())).out).toContain("shop 1.3.0");
    expect((await run("install", `${url}#v1`, at("stackwright.yaml"))).out).toContain("shop 1.2.0");
    expect((await run("install", `${url}#v1,path:deep/er`, manifest())).out).toContain("deep 1.2.0");
    expect(await lock()).toMatchObject({ deep: { source: `${url}#v1,path:deep/er` } });
  });

  it("is an index, of which what was fetched once is there when it cannot be reached", async () => {
    const { commit, url } = repository();
    await commit({ [`shop/1.2.0/${file}`]: packageText(), [`shop/1.3.0/${file}`]: newer(), "README.md": "Packages" });
    expect((await run("search", "--index", url)).out).toMatch(/^shop {2}1\.3\.0 /);
    await rm(at("repository"), { recursive: true });
    const { code, err } = await run("install", "shop@1.2.0", manifest(), "--index", url);
    expect([code, err]).toEqual([0, expect.stringContaining("cannot be reached")]);
    await rm(at("cache"), { recursive: true });
    expect(await run("search", "--index", url)).toMatchObject({ code: 2, out: "" });
  });

  it("is refused where its address has a password, which is not shown again", async () => {
    const { code, err } = await run("install", "https://me:secret-word@example.com/shop");
    expect(code).toBe(2);
    expect(err).toContain("The address has a password in it");
    expect(err).not.toContain("secret-word");
  });

  it("cannot lead out of itself by a link, nor send what is too large", async () => {
    const { commit, url } = repository();
    await mkdir(at("repository", "linked"));
    await symlink("/etc/hostname", at("repository", "linked", file));
    await commit({ [`large/${file}`]: `#${"x".repeat(300 * 1024)}` });
    expect((await run("install", `${url}#path:linked`, manifest())).err).toContain("link");
    expect((await run("install", `${url}#path:large`, manifest())).err).toContain("more than");
    expect(await readdir(at("app"))).toEqual([]);
  });

  it.each(["file:///x#--upload-pack=touch", "ssh://-oProxyCommand=touch/x", "https://x/y#path:../z"])(
    "is refused as %s",
    async (address) => {
      expect((await run("install", address, manifest())).err).toMatch(/is no (?:address|tag)|does not stay inside/);
    },
  );
});

describe("several indexes", () => {
  it("are searched as one", async () => {
    for (const [index, version, text] of [
      ["a", "1.2.0", packageText()],
      ["b", "1.3.0", newer()],
    ] as const) {
      await mkdir(at(index, "shop", version), { recursive: true });
      await writeFile(at(index, "shop", version, file), text);
    }
    expect((await run("search", "--index", at("a"), "--index", at("b"))).out).toMatch(/^shop {2}1\.3\.0 /);
    expect((await run("install", "shop@1.2.0", manifest(), "--index", at("b"), "--index", at("a"))).code).toBe(0);
  });
});
