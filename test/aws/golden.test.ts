import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nounOf } from "../../extension/manifest/schema";
import { ejectedTemplate } from "../../extension/targets/aws/eject/eject";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { sampleApps } from "./samples";

const folder = join(__dirname, "golden");
/** `UPDATE_GOLDEN=1 npx vitest run test/aws/golden.test.ts` writes what is generated now, to be read and committed. */
const update = process.env["UPDATE_GOLDEN"] === "1";

describe("the template of a sample", () => {
  it.each(sampleApps())("$name is the one that was reviewed", ({ name, app }) => {
    const file = join(folder, `${name}.yaml`);
    const text = ejectedTemplate(app, synthesize(app), nounOf);
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file), `${file} is missing`).toBe(true);
    expect(text).toBe(readFileSync(file, "utf8").replaceAll("\r\n", "\n"));
  });

  it("has been reviewed for no sample that is gone", () => {
    const names = sampleApps().map(({ name }) => `${name}.yaml`);
    expect(readdirSync(folder).sort()).toEqual(names.sort());
  });
});
