import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findUnfit } from "../../../extension/cli/packages/findUnfit";
import { shippedIndex } from "../../../extension/sources/shippedIndex";
import { withPerson } from "../../cli/command";
import { packageText } from "../packageText";
import { who } from "./gitRepository";

const file = "stackwright.package.yaml";
let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const run = (...args: string[]) => withPerson(args, folder, []);
const write = (text: string) => writeFile(at("shop", file), text);
const archive = () => at("shop-1.2.0.tgz");

beforeEach(async () => {
  for (const [name, value] of Object.entries(who)) vi.stubEnv(name, value);
  folder = await mkdtemp(join(tmpdir(), "stackwright-publish-"));
  await mkdir(at("shop"));
  await write(packageText());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe("packing", () => {
  it("gives the same bytes each time, which tar can read and install takes", async () => {
    const { out } = await run("pack", at("shop"), "-o", folder);
    const first = await readFile(archive());
    await write(packageText());
    expect((await run("pack", at("shop"), "-o", folder)).out).toBe(out);
    expect(await readFile(archive())).toEqual(first);
    expect(execFileSync("tar", ["-xzOf", archive()], { encoding: "utf8" })).toBe(packageText());
    expect((await run("install", archive(), at("stackwright.yaml"))).out).toContain("shop 1.2.0");
  });

  it.each([
    ["a password", "GREETING: x", "ADMIN_PASSWORD: hunter2hunter2", "env.ADMIN_PASSWORD"],
    ["a token of a service", "GREETING: x", `WORD: ghp_${"a1B2".repeat(9)}`, "env.WORD"],
    ["a key that a machine made", "GREETING: x", "SEED: q7Zt0pWm4Xc9Lr2Vb8Ny5Kd1", "env.SEED"],
    ["no tag", "nginx:1.29", "nginx", "another one tomorrow"],
    ["the tag latest", "nginx:1.29", "nginx:latest", "another one tomorrow"],
    ["a build", "image: nginx:1.29", "build: .", "is built from a folder"],
  ])("refuses %s", async (_, from, to, reason) => {
    const text = packageText().replace(/GREETING: .*/, "GREETING: x");
    await write(text.replace(from, to));
    expect(await run("pack", at("shop"), "-o", folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining(reason),
    });
    await expect(stat(archive())).rejects.toThrow("ENOENT");
  });

  it("finds nothing in ordinary text, and in what another component gives", () => {
    const env = "DB_PASSWORD: ${{ db.password }}, URL: https://shop.example.com/a-long-path/with-2-words, N: '12'";
    const text = (more: string) => `name: a\ncomponents:\n  web: { type: web, image: "a:1", env: { ${more} } }\n`;
    expect(findUnfit(text(env.replace("${{ db.password }}", '"${{ db.password }}"')))).toEqual([]);
    expect(findUnfit(text("DB_PASSWORD: abcdefgh"))).toHaveLength(1);
  });
});

describe("an archive from somebody", () => {
  const hostile = async (add: (tar: ReturnType<typeof pack>) => void) => {
    const tar = pack();
    add(tar);
    tar.finalize();
    await writeFile(archive(), gzipSync(await buffer(tar)));
    return (await run("install", archive(), at("stackwright.yaml"))).err;
  };
  const good = `package/${file}`;

  it.each([
    ["a path out of it", { name: "../../evil" }, '"../../evil"'],
    ["an absolute path", { name: "/etc/passwd" }, '"/etc/passwd"'],
    ["a name that moves the cursor", { name: "package/\u001b[2Jx" }, "\\u001b"],
    ["a link", { name: good, type: "symlink", linkname: "/etc/passwd" }, "is a symlink"],
    ["a hard link", { name: good, type: "link", linkname: "/etc/passwd" }, "is a link"],
    ["a device", { name: good, type: "character-device" }, "is a character-device"],
  ] as const)("is refused with %s", async (_, entry, reason) => {
    expect(await hostile((tar) => void tar.entry(entry, ""))).toContain(reason);
  });

  it("is refused when it holds its file twice, and when it is none", async () => {
    expect(
      await hostile((tar) => {
        tar.entry({ name: good }, packageText());
        tar.entry({ name: good }, packageText());
      }),
    ).toContain("twice");
    await writeFile(archive(), "no gzip");
    expect((await run("install", archive(), at("stackwright.yaml"))).err).toContain("is no archive of a package");
  });

  it("is not unpacked beyond what a package can be", async () => {
    await writeFile(archive(), gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    expect((await run("install", archive(), at("stackwright.yaml"))).err).toContain("unpacks to more than");
    expect(await hostile((tar) => void tar.entry({ name: good }, "#".repeat(300 * 1024)))).toContain("has more than");
  });
});

describe("publishing", () => {
  const bare = () => {
    execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch", "main", at("bare")]);
    return pathToFileURL(at("bare")).href;
  };

  it.each(["a folder", "a repository"])(
    "into %s: a version once, and never another under the same number",
    async (kind) => {
      const to = kind === "a folder" ? at("index") : bare();
      const publish = (...more: string[]) => run("publish", at("shop"), "--to", to, ...more);
      expect((await publish("--dry-run")).out).toContain("would be");
      expect((await publish()).out).toContain("shop 1.2.0 is in");
      expect((await publish()).out).toContain("already, the same");
      await write(packageText().replace("nginx:1.29", "nginx:1.30"));
      expect(await publish()).toMatchObject({ code: 2, err: expect.stringContaining("raise the version") });
      await write(packageText().replace("1.2.0", "1.3.0"));
      expect((await publish()).code).toBe(0);
      expect((await run("search", "--index", to)).out).toMatch(/^shop {2}1\.3\.0 /);
      expect((await run("install", "shop@1.2.0", at("stackwright.yaml"), "--index", to)).code).toBe(0);
    },
  );

  it("writes nothing in a dry run, and needs to be told where to", async () => {
    await run("publish", at("shop"), "--to", at("index"), "--dry-run");
    await expect(stat(at("index"))).rejects.toThrow("ENOENT");
    expect((await run("publish", at("shop"))).err).toContain("needs --to");
  });

  it("would take every package that is shipped", async () => {
    const index = shippedIndex();
    for (const name of await index.names()) {
      const [version = ""] = await index.versions(name);
      await write(await index.read(name, version));
      expect(await run("publish", at("shop"), "--to", at("index"), "--dry-run")).toMatchObject({ code: 0, err: "" });
    }
  });
});
