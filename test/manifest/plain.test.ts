import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { openManifest } from "../../extension/manifest/manifest";
import { limits } from "../../extension/manifest/syntax/limits";
import { parseWhole } from "../../extension/manifest/syntax/parseChunk";
import { readPlain } from "../../extension/manifest/syntax/plain/readPlain";
import { mutated } from "./mutate";
import { rich } from "./samples";

/** Values, ranges, styles, anchors, aliases and problems: what the `yaml` package gives. */
function whole(text: string) {
  const { root, anchors, aliases, problems } = parseWhole(text, false, 0);
  return { root, anchors, aliases, problems };
}

/** @returns whether the text was plain */
function compare(text: string): boolean {
  const plain = readPlain(text);
  if (typeof plain === "number") return false;
  const { root, anchors, aliases, problems } = plain;
  expect({ root, anchors, aliases, problems }, JSON.stringify(text)).toEqual(whole(text));
  return true;
}

const samples = fileURLToPath(new URL("../../samples", import.meta.url));
const texts = [
  rich,
  ...readdirSync(samples).map((name) => readFileSync(join(samples, name, "stackwright.yaml"), "utf8")),
];

describe("the reader of plain YAML", () => {
  it.each([
    ["scalars of every kind", "a: 1\nb: -2.5\nc: true\nd: ~\ne: null\nf: word\ng: a b c\nh: http://x:80/#y\n"],
    ["words that only begin like numbers", "a: 1.2.3\nb: 12px\nc: -x\nd: true.\ne: 00:30-01:30\n"],
    ["quotes", "a: 'it''s'\nb: \"a\\tb\\u00e9\\x41\\\\\"\n'c d': \"#\"\n"],
    ["keys that look like other things", "1.10: a\nnull: b\ntrue: c\n<<: d\n"],
    ["nothing behind a key", "a:\nb: # soon\nc:\n  d:\n"],
    ["lists at the column of their key", "a:\n- b\n- c: d\n  e: f\ng: h\n"],
    ["lists in lists", "- - a\n  - b\n-\n  - c\n- d: [e, {f: g}]\n"],
    ["flow on several lines", 'a: [b, # one\n  c,\n\n  { d: e,\n    "f":1 }\n  ]\n'],
    ["block scalars", "a: |\n  one\n\n    two\n\nb: >-\n  three\n  four\n\n  five\nc: |-\n  six  \n"],
    ["comments everywhere", "# a\na: b # c\n  # d\n\nc: # e\n# f\n  - g # h\n# i"],
    ["anchors, aliases and merges", "a: &a\n  b: &b c\nd:\n  <<: *a\n  e: [*b, &f g]\n"],
    ["Windows line ends", "a: b\r\nc:\r\n  - d # e\r\n\r\n  - [f,\r\n    g]\r\n"],
    ["keys that are there twice", "a: 1\nb: { c: 1, c: 2 }\na: 3\n"],
    ["JSON", '{\n  "a": [1, 2.5, true, null, "\\n"],\n  "b":{"c":{}}\n}\n'],
  ])("reads %s as the whole parser does", (_, text) => {
    expect(compare(text)).toBe(true);
  });

  it.each([
    ["tabs", "a:\tb\n"],
    ["a tag", "a: !!str 1\n"],
    ["an explicit key", "? a\n: b\n"],
    ["a scalar of two lines", "a: b\n  c\n"],
    ["quotes over two lines", 'a: "b\n  c"\n'],
    ["an unclosed quote", 'a: "b\n'],
    ["an unclosed bracket", "a: [b\nc: d\n"],
    ["a second colon", "a: b: c\n"],
    ["a line too far left", "a:\n    b: c\n  d: e\n"],
    ["a line too far right", "a: b\n  c: d\n"],
    ["a key without a colon", "a: b\nc\n"],
    ["a dash without an item", "a:\n  -\n"],
    ["a pair in a list", "[a: b]\n"],
    ["a document marker", "a: b\n---\nc: d\n"],
    ["numbers in other spellings", "a: 0x1F\nb: 1e3\n"],
    ["text behind a quote", 'a: "b" c\n'],
    ["a value behind an alias", "a: *b c\n"],
    ["nothing at all", "# a\n"],
  ])("leaves %s to the whole parser", (_, text) => {
    expect(readPlain(text)).toBeTypeOf("number");
  });

  it("reads every sample", () => {
    expect(texts.filter((text) => !compare(text))).toEqual([]);
  });

  it("reads the same as the whole parser, or nothing, after any change", () => {
    let plain = 0;
    for (const text of texts) {
      const property = fc.property(mutated(text, 4), (changed) => {
        if (compare(changed)) plain++;
      });
      fc.assert(property, { numRuns: 100, seed: 20261122 });
    }
    expect(plain).toBeGreaterThan(50);
  });

  it("reads the same as the whole parser whatever is written", () => {
    const scalar = fc.oneof(fc.string({ maxLength: 10 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.string({ maxLength: 6 }), tie("tree"), { maxKeys: 4 }),
      ),
    }));
    let plain = 0;
    const property = fc.property(tree, fc.constantFrom("any", "flow", "block"), (value, collectionStyle) => {
      if (compare(stringify(value, { collectionStyle, lineWidth: 0 }))) plain++;
    });
    fc.assert(property, { numRuns: 600, seed: 20261122 });
    expect(plain).toBeGreaterThan(60);
  });
});

describe("what is not plain", () => {
  const odd = (count: number) => `name: a\ncomponents:\n  a:\n    type: redis\n    odd: !x [${"a,".repeat(count)}]\n`;

  it("is read up to a limit, and refused beyond at the place where it begins", () => {
    expect(openManifest(odd(limits.effort - 100)).problems.map(({ code }) => code)).not.toContain("too-large");
    const manifest = openManifest(odd(limits.effort));
    const refusal = manifest.problems.find(({ code }) => code === "too-large");
    expect(manifest.text.slice(refusal?.range.start).startsWith("!x")).toBe(true);
    expect(manifest.readable).toBe(false);
  });

  it("counts the same when it was read before", () => {
    const half = (name: string) => `  ${name}:\n    odd: !x [${"a,".repeat(limits.effort / 2)}]\n`;
    const before = openManifest(`name: a\ncomponents:\n${half("a")}`);
    const text = `name: a\ncomponents:\n${half("b")}${half("a")}`;
    expect(openManifest(text, before).problems).toEqual(openManifest(text).problems);
  });
});
