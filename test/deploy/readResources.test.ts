import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readResources } from "../../extension/deploy/readResources";
import { app } from "../aws/fixture";

const root = mkdtempSync(join(tmpdir(), "stackwright-resources-"));
const folder = join(root, "shop");
mkdirSync(join(folder, "aws"), { recursive: true });
writeFileSync(join(folder, "aws", "extra.yaml"), "Resources: {}\n");
writeFileSync(join(root, "secret.yaml"), "Resources: {}\n");
symlinkSync(join(root, "secret.yaml"), join(folder, "link.yaml"));
writeFileSync(join(folder, "large.yaml"), "#".repeat(1_000_001));
afterAll(() => rmSync(root, { recursive: true }));

const named = (file: string) => app([], { resources: { file } });

describe("the file of extra resources", () => {
  it("is read from the manifest's folder", async () => {
    const { resources } = await readResources(named("aws/extra.yaml"), folder);
    expect(resources).toEqual({ file: "aws/extra.yaml", text: "Resources: {}\n" });
  });

  it("is not looked for where none is named", async () => {
    const plain = app([]);
    expect(await readResources(plain, undefined)).toBe(plain);
  });

  it.each([
    ["is not there", "aws/none.yaml", "does not exist"],
    ["lies above the folder", "../secret.yaml", "outside"],
    ["is a link to what lies above", "link.yaml", "outside"],
    ["is a folder", "aws", "cannot be read (EISDIR)"],
    ["is too large", "large.yaml", "too large"],
  ])("is refused when it %s, at its line", async (_, file, message) => {
    await expect(readResources(named(file), folder)).rejects.toMatchObject({
      failure: { code: "not-deployable", message: expect.stringContaining(message), path: ["aws", "resources"] },
    });
  });

  it("is refused for a manifest that is in no folder", async () => {
    await expect(readResources(named("extra.yaml"), undefined)).rejects.toMatchObject({
      failure: { message: expect.stringContaining("no folder") },
    });
  });
});
