import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { annotate, placeOf, readFixture } from "./board";

const folder = fileURLToPath(new URL("board", import.meta.url));

for (const group of readdirSync(folder)) {
  describe(`${group} problems`, () => {
    for (const file of readdirSync(join(folder, group))) {
      it(file.replace(".yaml", "").replaceAll("-", " "), () => {
        const source = readFileSync(join(folder, group, file), "utf8").replaceAll("\r\n", "\n");
        const { text, expected } = readFixture(source);
        const { problems } = openManifest(text);
        const found = problems.map((problem) => ({
          ...placeOf(text, problem),
          code: problem.code,
          replacement: problem.data?.["replacement"],
        }));
        const wanted = expected.map(({ says: _, replacement, ...rest }) => ({ ...rest, replacement }));
        expect(found, annotate(text, problems)).toEqual(wanted);
        for (const [index, { says }] of expected.entries()) {
          if (says !== undefined) expect(problems[index]?.message).toContain(says);
        }
      });
    }
  });
}
