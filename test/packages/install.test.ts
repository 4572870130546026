import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installPackage } from "../../extension/cli/packages/install";
import { openManifest } from "../../extension/manifest/manifest";
import { openIndex } from "../../extension/sources/shippedIndex";
import { packageText } from "./packageText";

let folder: string;
const read = (name: string) => readFile(join(folder, name), "utf8");
const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};
const publish = (version: string, text = packageText().replace("1.2.0", version)) =>
  put(`index/shop/${version}/stackwright.package.yaml`, text);
const install = (wanted: string, more: { set?: string[]; frozen?: boolean } = {}) =>
  installPackage(
    { wanted, set: [], frozen: false, manifest: join(folder, "stackwright.yaml"), ...more },
    openIndex(join(folder, "index")),
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-packages-"));
  await publish("1.2.0");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("installing a package", () => {
  it("makes a manifest of its components, and a lock with its exact version and hash", async () => {
    await publish("1.10.0");
    await publish("2.0.0");
    expect(await install("shop@^1.0", { set: ["tasks=3"] })).toMatchObject({ changed: true });
    expect(openManifest(await read("stackwright.yaml")).appFor()).toBeDefined();
    const lock: unknown = JSON.parse(await read("stackwright.lock"));
    expect(lock).toMatchObject({
      lockVersion: 1,
      packages: {
        shop: {
          version: "1.10.0",
          hash: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
          parameters: { greeting: "Hello", tasks: 3 },
          components: { web: "web", db: "db" },
        },
      },
    });
    expect((await readdir(folder)).sort()).toEqual(["index", "stackwright.lock", "stackwright.yaml"]);
  });

  it.each(["", "# Ours.\n", "region: eu-west-1\n", "name: ours\ncomponents:\n"])(
    "begins a manifest without components with it, and keeps what stands there: %j",
    async (before) => {
      await put("stackwright.yaml", before);
      expect(await install("shop")).toMatchObject({ components: { web: "web", db: "db" } });
      const text = await read("stackwright.yaml");
      expect(text.startsWith(before)).toBe(true);
      expect(openManifest(text).appFor()).toBeDefined();
    },
  );

  it("keeps what a manifest has, and gives what comes free names that its own references follow", async () => {
    await put("stackwright.yaml", "name: mine # Mine.\ncomponents:\n  db:\n    type: mysql\n");
    const { components } = await install("shop");
    expect(components).toEqual({ web: "web", db: expect.not.stringMatching(/^db$/) });
    const text = await read("stackwright.yaml");
    expect(text).toContain("name: mine # Mine.\ncomponents:\n  db:\n    type: mysql\n");
    expect(text).toContain(`DATABASE: \${{ ${components["db"]}.host }}`);
    expect(openManifest(text).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("changes nothing the second time, not even for a newer version", async () => {
    await install("shop@^1.0");
    const before = [await read("stackwright.yaml"), await read("stackwright.lock")];
    await publish("1.3.0");
    expect(await install("shop@^1.0", { frozen: true })).toMatchObject({ changed: false });
    expect([await read("stackwright.yaml"), await read("stackwright.lock")]).toEqual(before);
  });
});

describe("an installation is refused, and changes nothing,", () => {
  it.each([
    ["shop@^3.0", "no version in ^3.0. It has: 1.2.0."],
    ["shop@latest!", "not a range of versions"],
    ["../shop", "not a package's name"],
    ["forum", "There is no package forum. There are: shop."],
  ])("for %s", async (wanted, reason) => {
    await expect(install(wanted)).rejects.toThrow(reason);
    expect(await readdir(folder)).toEqual(["index"]);
  });

  it("when the lock must not change", async () => {
    await expect(install("shop", { frozen: true })).rejects.toThrow("--frozen allows no change");
    expect(await readdir(folder)).toEqual(["index"]);
  });

  it("when a package changes under its version", async () => {
    await install("shop");
    await publish("1.2.0", packageText().replace("nginx:1.29", "evil:1.29"));
    await expect(install("shop")).rejects.toThrow("A version must never change");
    expect(await read("stackwright.yaml")).toContain("nginx:1.29");
  });

  it("when a file says that it is another package", async () => {
    await publish("1.3.0", packageText());
    await expect(install("shop@1.3.0")).rejects.toThrow("says that it is shop 1.2.0");
  });

  it.skipIf(process.platform === "win32")("when a package's file or folder is a link to elsewhere", async () => {
    await put("outside/stackwright.package.yaml", packageText().replace("1.2.0", "1.4.0"));
    await mkdir(join(folder, "index/shop/1.4.0"), { recursive: true });
    await symlink(
      join(folder, "outside/stackwright.package.yaml"),
      join(folder, "index/shop/1.4.0/stackwright.package.yaml"),
    );
    await expect(install("shop@1.4.0")).rejects.toThrow("link to elsewhere");
    expect(await readdir(folder)).not.toContain("stackwright.yaml");
  });

  it("when the lock is damaged, or says other than the manifest", async () => {
    await put("stackwright.lock", "{");
    await expect(install("shop")).rejects.toThrow("stackwright.lock cannot be read: This `{` is never closed");
    await rm(join(folder, "stackwright.lock"));
    await install("shop");
    await expect(install("shop@^2.0")).rejects.toThrow("1.2.0 is installed, which is not in ^2.0");
    await expect(install("shop", { set: ["tasks=4"] })).rejects.toThrow("another value of tasks");
    await put("stackwright.yaml", "name: mine\ncomponents: {}\n");
    await expect(install("shop")).rejects.toThrow("has no db, web");
  });

  it("when the lock names a version that the index does not have, or a path", async () => {
    await install("shop");
    const lock = await read("stackwright.lock");
    await put("elsewhere/stackwright.package.yaml", packageText());
    for (const version of ["1.1.0", "../../elsewhere"]) {
      await put("stackwright.lock", lock.replace(`"version": "1.2.0"`, `"version": "${version}"`));
      await expect(install("shop")).rejects.toThrow(`${version}, which the index does not. It has: 1.2.0.`);
    }
  });

  it("when the manifest cannot be read", async () => {
    await put("stackwright.yaml", "name: [\n");
    await expect(install("shop")).rejects.toThrow("cannot be read at the moment");
    expect(await read("stackwright.yaml")).toBe("name: [\n");
  });
});
