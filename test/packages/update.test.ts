import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installPackage } from "../../extension/cli/packages/install";
import { removePackage } from "../../extension/cli/packages/remove";
import { planUpdate } from "../../extension/cli/packages/update";
import { openManifest } from "../../extension/manifest/manifest";
import { openIndex } from "../../extension/sources/shippedIndex";
import { withPerson } from "../cli/command";
import { packageText } from "./packageText";

let folder: string;
const read = (name: string) => readFile(join(folder, name), "utf8");
const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};
const publish = (version: string, change: (text: string) => string = (text) => text) =>
  put(`index/shop/${version}/stackwright.package.yaml`, change(packageText().replace("1.2.0", version)));
const index = () => openIndex(join(folder, "index"));
const manifest = () => join(folder, "stackwright.yaml");
const install = (wanted = "shop@^1.0", set: string[] = []) =>
  installPackage({ wanted, set, frozen: false, manifest: manifest() }, index());
const update = (more: { to?: string; set?: string[] } = {}) =>
  planUpdate({ name: "shop", manifest: manifest(), set: [], ...more }, index());
/** Changes the manifest as a person would. */
const change = async (from: string | RegExp, to: string) =>
  put("stackwright.yaml", (await read("stackwright.yaml")).replace(from, to));
const run = (args: string[], answers: string[] = []) =>
  withPerson([...args, manifest(), "--index", join(folder, "index")], folder, answers);

const newer = (text: string): string =>
  text.replace("nginx:1.29", "nginx:1.30").replace("next:", "releaseNotes: Faster.\nnext:");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-update-"));
  await publish("1.2.0");
  await install();
  await publish("1.3.0", newer);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("updating a package", () => {
  it("takes what is new, and leaves every other byte of the manifest", async () => {
    const before = await read("stackwright.yaml");
    const planned = await update();
    expect(planned).toMatchObject({ from: "1.2.0", notes: [{ version: "1.3.0", text: "Faster." }], dropped: [] });
    expect(planned?.upgraded.components).toEqual([{ name: "web", what: "changed" }]);
    expect(planned?.upgraded.fields).toEqual([
      { component: "web", path: ["image"], before: "nginx:1.29", after: "nginx:1.30" },
    ]);
    expect(await read("stackwright.yaml")).toBe(before);
    await planned?.write();
    expect(await read("stackwright.yaml")).toBe(before.replace("nginx:1.29", "nginx:1.30"));
    expect(JSON.parse(await read("stackwright.lock")).packages.shop).toMatchObject({ version: "1.3.0", range: "^1.0" });
    expect(await update()).toBeUndefined();
  });

  it("keeps what the person has changed, and says where both have", async () => {
    await change("nginx:1.29", "nginx:mine # Ours.");
    await change("port: 80", "port: 8080");
    const planned = await update();
    expect(planned?.upgraded.conflicts).toEqual([
      { component: "web", path: ["image"], kept: "nginx:mine", offered: "nginx:1.30" },
    ]);
    await planned?.write();
    expect(await read("stackwright.yaml")).toContain("image: nginx:mine # Ours.");
    expect(await read("stackwright.yaml")).toContain("port: 8080");
  });

  it("follows components that are called otherwise in the manifest", async () => {
    await put("stackwright.yaml", "name: mine\ncomponents:\n  web: { type: web, image: mine, port: 80 }\n");
    await rm(join(folder, "stackwright.lock"));
    await install("shop@1.2.0");
    await (await update({ to: "^1.3" }))?.write();
    const text = await read("stackwright.yaml");
    expect(text).toContain("web: { type: web, image: mine, port: 80 }");
    expect(text).toMatch(/web-2:\n {4}type: web\n {4}image: nginx:1\.30/);
  });

  it("adds what comes, removes what goes, and keeps what goes where the person changed it", async () => {
    await publish("1.4.0", (text) =>
      newer(text)
        .replace("      DATABASE: ${{ db.host }}\n", "      QUEUE: ${{ queue.host }}\n")
        .replace(/ {2}db:\n.*\n.*\n/, "  queue: { type: redis } # For jobs.\n"),
    );
    const planned = await update();
    expect(planned?.upgraded.components).toEqual([
      { name: "web", what: "changed" },
      { name: "db", what: "removed" },
      { name: "queue", what: "added" },
    ]);
    await planned?.write();
    const text = await read("stackwright.yaml");
    expect(openManifest(text).components.map(({ name }) => name)).toEqual(["web", "queue"]);
    expect(text).toContain("# For jobs.");
  });

  it("keeps a component that is no longer in the package where the person has changed it", async () => {
    await change('version: "17"', 'version: "16"');
    await publish("1.4.0", (text) => newer(text).replace(/ {6}DATABASE.*\n {2}db:\n.*\n.*\n/, ""));
    const planned = await update();
    expect(planned?.upgraded.components).toContainEqual({ name: "db", what: "kept" });
    await planned?.write();
    expect(await read("stackwright.yaml")).toContain('version: "16"');
  });

  it("leaves out what the person took out", async () => {
    await change(/ {6}DATABASE.*\n {2}db:\n.*\n.*\n/, "");
    const planned = await update();
    expect(planned?.upgraded.components).toContainEqual({ name: "db", what: "gone" });
    await planned?.write();
    expect(openManifest(await read("stackwright.yaml")).components.map(({ name }) => name)).toEqual(["web"]);
  });

  it("keeps the values of parameters, and takes others", async () => {
    await rm(manifest());
    await rm(join(folder, "stackwright.lock"));
    await install("shop@1.2.0", ["tasks=5"]);
    await (await update({ to: "^1.3" }))?.write();
    expect(await read("stackwright.yaml")).toContain("scale: 5");
    await (await update({ set: ["tasks=7"] }))?.write();
    expect(await read("stackwright.yaml")).toContain("scale: 7 # Two, so that one may fail.");
  });

  it("says what a deployment would make anew, with what it holds", async () => {
    await publish("1.4.0", (text) =>
      text.replace("type: postgres", "type: mysql").replace('version: "17"', 'version: "8.4"'),
    );
    expect((await update())?.replaced[0]?.text).toMatch(/makes anew.*What it holds goes with it/);
  });

  it("stays in the range that was asked for, and leaves it when asked to", async () => {
    await publish("2.0.0", newer);
    expect((await update())?.to.version).toBe("1.3.0");
    expect((await update({ to: "^2" }))?.to.version).toBe("2.0.0");
  });

  it("refuses where the installed version is another file now, and writes nothing", async () => {
    await publish("1.2.0", (text) => text.replace("Sells", "Steals"));
    const before = await read("stackwright.yaml");
    await expect(update()).rejects.toThrow("A version must never change");
    expect(await read("stackwright.yaml")).toBe(before);
  });

  it.each([
    ["connections: [db]", "is connected to it"],
    ['env: { HOST: "${{ db.host }}" }', "refers to it"],
  ])("keeps what goes where something of the person's leads to it: %s", async (field) => {
    await change("components:\n", `components:\n  other: { type: worker, image: o, ${field} }\n`);
    await publish("1.4.0", (text) => newer(text).replace(/ {6}DATABASE.*\n {2}db:\n.*\n.*\n/, ""));
    const planned = await update();
    expect(planned?.upgraded.components).toContainEqual({ name: "db", what: "needed" });
    expect(planned?.upgraded.text).toContain(field);
  });

  it("asks before it writes: a script has to say --yes", async () => {
    expect(await run(["update", "shop", "--json"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("add --yes"),
    });
    const looked = await run(["update", "shop", "--dry-run"]);
    expect(looked.out).toMatch(
      /shop 1\.2\.0 → 1\.3\.0[\s\S]*Faster\.[\s\S]*web changes\n {4}image: nginx:1\.29 → nginx:1\.30/,
    );
    expect(await run(["update", "shop"], ["no"])).toMatchObject({ code: 1 });
    expect(await read("stackwright.yaml")).toContain("nginx:1.29");
    expect(await run(["update", "shop", "--yes"])).toMatchObject({ code: 0 });
    expect(await read("stackwright.yaml")).toContain("nginx:1.30");
  });
});

describe("removing a package", () => {
  const remove = (force = false) => removePackage({ name: "shop", manifest: manifest(), force }, index());

  it("takes out its components and its entry in the lock", async () => {
    await change("components:\n", "components:\n  mine: { type: worker, image: mine } # Ours.\n");
    expect((await remove()).components).toEqual(["web", "db"]);
    expect(await read("stackwright.yaml")).toBe(
      "name: shop\n\ncomponents:\n  mine: { type: worker, image: mine } # Ours.\n",
    );
    expect(JSON.parse(await read("stackwright.lock")).packages).toEqual({});
  });

  it("refuses where the person has changed something, unless that may be lost", async () => {
    await change("port: 80", "port: 8080");
    await expect(remove()).rejects.toThrow("You have changed web since.");
    expect((await remove(true)).components).toEqual(["web", "db"]);
  });

  it("refuses where something else is connected to it", async () => {
    await change("components:\n", "components:\n  mine: { type: worker, image: mine, connections: [db] }\n");
    await expect(remove()).rejects.toThrow("mine would lose a connection.");
  });

  it("says what is installed where the package is not", async () => {
    await expect(removePackage({ name: "other", manifest: manifest(), force: false }, index())).rejects.toThrow(
      /other is not installed\. .*stackwright\.lock has shop\./,
    );
  });
});

describe("what is installed", () => {
  it("is listed where there is something newer, with the way there", async () => {
    await publish("2.0.0", (text) =>
      newer(text).replace("next:", "deprecated: { reason: Nobody cares for it., use: store }\nnext:"),
    );
    const { code, out } = await run(["outdated"]);
    expect(code).toBe(1);
    expect(out).toContain("shop 1.2.0: 1.3.0 with stackwright update shop; 2.0.0 with --to 2.0.0");
    expect(out).toContain("Deprecated: Nobody cares for it. Take store instead.");
  });

  it("says which package a component came with", async () => {
    await change("components:\n", "components:\n  mine: { type: worker, image: mine }\n");
    expect((await withPerson(["why", "db", manifest()], folder, [])).out).toContain(
      "db came with shop 1.2.0; ^1.0 was asked for.",
    );
    expect(await withPerson(["why", "mine", manifest()], folder, [])).toMatchObject({
      code: 1,
      out: "mine came with no package: it was written here.\n",
    });
  });
});
