import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Files } from "../../extension/import/imported";
import { importFrom } from "../../extension/import/importFrom";
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

    it("is answered, and never by a throw or a manifest with an error, wherever a file is cut off", () => {
      for (const { file } of rows) {
        const text = readFileSync(join(corpus, file), "utf8");
        for (const share of [0.13, 0.37, 0.61, 0.83, 0.97]) {
          const name = file.slice(file.indexOf("/") + 1);
          const cut = text.slice(0, Math.floor(text.length * share));
          const imported = importFrom(name, new Files(new Map([[name, cut]])), { name: "shop" });
          if (imported.kind === "manifest") expect(openManifest(imported.text).appFor(), file).toBeDefined();
        }
      }
    });

    it("never repeats a secret that a file has in clear", () => {
      const text = rows.map(({ imported }) => JSON.stringify({ ...imported, reason: "" })).join("\n");
      for (const value of ["long-and-random-alphanumeric-string", "replace-me-with-a-random-string", "sTr0nG_p@s"]) {
        expect(text).not.toContain(value);
      }
    });
  },
);
