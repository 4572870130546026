import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../extension/sandbox/sandbox";
import { fixtures, sandboxFolder, stackwright } from "./command";

let folder: string;
let end: () => Promise<void>;

beforeEach(async () => {
  const { folder: made, remove } = await sandboxFolder();
  folder = made;
  const sandbox = await startSandbox({ directory: `${folder}/sandbox`, speed: 0 });
  end = async () => {
    await sandbox.close();
    await remove();
  };
});
afterEach(() => end());

/** The shop with a database that AWS has no version of. */
async function brokenShop(): Promise<string> {
  const text = await readFile(`${fixtures}/shop.yaml`, "utf8");
  const file = join(folder, "broken", "stackwright.yaml");
  const fault = JSON.stringify({ Fail: "Cannot find version 99 for postgres" });
  const place = "/Resources/DbInstance/Metadata/StackwrightSandbox";
  await mkdir(join(folder, "broken"));
  await writeFile(file, `${text}aws:\n  overrides:\n    - { op: add, path: ${place}, value: ${fault} }\n`);
  return file;
}

describe("stackwright explain", () => {
  it("says why the last deployment failed, at its line, after it is over", async () => {
    const file = await brokenShop();
    expect((await stackwright(["deploy", file, "--yes"], { folder })).code).toBe(1);
    const { code, out } = await stackwright(["explain", file], { folder });
    expect(code).toBe(0);
    expect(out).toContain("ROLLBACK_COMPLETE");
    expect(out).toContain("because this version is not offered");
    expect(out).toMatch(/stackwright\.yaml:\d+:\d+/);
    expect(out).toContain("Original message: Cannot find version 99");
  });

  it("gives the same as JSON", async () => {
    const file = await brokenShop();
    await stackwright(["deploy", file, "--yes"], { folder });
    const { out } = await stackwright(["explain", file, "--json"], { folder });
    expect(JSON.parse(out)).toMatchObject({ ok: true, last: { failure: { code: "version-unavailable" } } });
  });

  it("is content where nothing has failed", async () => {
    const { code, out } = await stackwright(["explain", `${fixtures}/shop.yaml`], { folder });
    expect(code).toBe(0);
    expect(out).toContain("Nothing has failed");
  });
});

describe("stackwright plan --markdown", () => {
  it("prints a page for a review", async () => {
    const { code, out } = await stackwright(["plan", `${fixtures}/shop.yaml`, "--markdown"], { folder });
    expect(code).toBe(0);
    expect(out).toMatch(/^## Create shop-default\n/);
    expect(out).toContain("Expected duration on AWS: about");
  });
});
