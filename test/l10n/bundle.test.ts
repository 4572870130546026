import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sourcesIn } from "../../scripts/house/sources";
import { bundleFile, englishBundle } from "../../scripts/l10n/bundle";
import { sentencesIn } from "../../scripts/l10n/gather";
import { pseudo } from "../../scripts/l10n/pseudo";
import { schemaSentences } from "../../scripts/l10n/schemaSentences";

describe("the bundle for translators", () => {
  const written = JSON.parse(readFileSync(bundleFile, "utf8")) as Record<string, string>;

  test("has what the sources say now, and nothing else; `npm run l10n` writes it anew", () => {
    expect(Object.keys(written)).toEqual(Object.keys(englishBundle()));
  });

  test("says each sentence as it is in English", () => {
    expect(Object.entries(written).filter(([key, sentence]) => key !== sentence)).toEqual([]);
  });

  test.each([
    ["a problem of the text", "A manifest needs {0}."],
    ["a description of the schema", "Name"],
    ["a word of the canvas", "Plan & Deploy"],
    ["a message of the engine", "{0} is deployed, in {1}."],
    ["a question of the editor", "Deploy {0} to {1}?"],
    ["a number of things", "{0} resources"],
  ])("has %s", (_, sentence) => {
    expect(written).toHaveProperty([sentence]);
  });
});

describe("the sentences of a source", () => {
  test("are what is tagged, what VS Code is given, and what is counted", () => {
    const text = [
      'import { t } from "./l10n";',
      'const plain = "Not said";',
      'const tagged: string = t`Hello ${name as string}, ${isLate ? t`too late` : "id"}.`;',
      'vscode.l10n.t("{0} of {1}", done, all);',
      'plural(boxes, "box");',
      "other`Not said either`;",
      "// t`Not in a comment`",
    ].join("\n");
    expect(sentencesIn("a.ts", text)).toEqual(["Hello {0}, {1}.", "too late", "{0} of {1}", "{0} box", "{0} boxes"]);
  });

  test("cannot be put together for VS Code, which finds a translation by the whole", () => {
    expect(() => sentencesIn("a.ts", "vscode.l10n.t(`${a} failed`);")).toThrow("a.ts");
  });

  test("of a schema are its words, however deep", () => {
    const schema = {
      title: "Root",
      properties: { a: { description: "Of a", default: "title" } },
      anyOf: [{ noun: "an a" }],
    };
    expect(schemaSentences(schema)).toEqual(["Root", "Of a", "an a"]);
  });
});

describe("the pseudo-language", () => {
  test("can be read, is longer by two fifths, and keeps values, code and icons", () => {
    expect(pseudo("Connect {0} to `db`.")).toBe("[Çôññéçţ {0} ţô `db`. ~~~~~~~]");
    expect(pseudo("$(check) Done")).toBe("[$(check) Ðôñé ~~~~~~]");
  });

  test("keeps the space around a part of a sentence", () => {
    expect(pseudo(" of {0}")).toBe(" [ôf {0} ~~]");
  });
});

/** Files in which English stands that is not for people: names, queries, code. */
test("each word table of the canvas comes from the bundle", () => {
  const untagged = sourcesIn("webview/strings").flatMap(({ path, text }) =>
    text
      .split("\n")
      .filter(
        (line) => !/^import|^export|^\s*(\*|\/\/|\/\*)/.test(line) && /(?<!t)["`][A-Z][a-z]+[ a-z.…]*["`]/.test(line),
      )
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(untagged).toEqual([]);
});
