import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readValue } from "../../extension/import/readValue";
import { entriesOf, textAt } from "../../extension/import/value";
import { openManifest } from "../../extension/manifest/manifest";
import { corpus, importCorpus } from "../../scripts/corpus/importCorpus";

const rows = importCorpus();
const read = readValue("expected.yaml", readFileSync(join(import.meta.dirname, "expected.yaml"), "utf8"));
const expected =
  "value" in read ? entriesOf(read.value).map(([file]) => [file, textAt(read.value, file) ?? ""] as const) : [];

it("knows what is expected of at least 40 files", () => expect(expected.length).toBeGreaterThanOrEqual(40));

describe.skipIf(rows.length === 0)(
  `the corpus (skipped where ${corpus.split("/").slice(-2).join("/")} is not beside the repository)`,
  () => {
    it("imports as a manifest without an error, or is refused with a reason", () => {
      for (const { file, imported } of rows) {
        if (imported.kind === "refused") expect(imported.reason, file).toMatch(/\w.*\.$/);
        else
          expect(
            openManifest(imported.text).problems.filter(({ severity }) => severity === "error"),
            file,
          ).toEqual([]);
      }
    });

    it.each(expected)("%s is %s", (file, design) => {
      const imported = rows.find((row) => row.file === file)?.imported;
      if (imported === undefined) throw new Error(`${file} is not in the corpus.`);
      if (design.startsWith("refused ")) {
        expect(imported).toMatchObject({
          kind: "refused",
          reason: expect.stringContaining(design.slice("refused ".length)),
        });
        return;
      }
      if (imported.kind === "refused") throw new Error(imported.reason);
      const short = imported.components.map(({ name, type }) => `${name} ${type === "load-balancer" ? "lb" : type}`);
      expect(short.sort()).toEqual(design.split(", ").sort());
    });

    it("never repeats a secret that a file has in clear", () => {
      const text = rows.map(({ imported }) => JSON.stringify({ ...imported, reason: "" })).join("\n");
      for (const value of ["long-and-random-alphanumeric-string", "replace-me-with-a-random-string", "sTr0nG_p@s"]) {
        expect(text).not.toContain(value);
      }
    });
  },
);
