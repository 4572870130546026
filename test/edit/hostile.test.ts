import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete } from "../../extension/language/complete";
import { define } from "../../extension/language/define";
import { hover } from "../../extension/language/hover";
import { outline } from "../../extension/language/outline";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import type { Operation } from "../../extension/manifest/edit/operation";
import { openManifest } from "../../extension/manifest/manifest";
import { draw } from "../../extension/protocol/picture";

const bomb = [
  "a: &a [x, x, x]",
  ...[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(", ")}]`),
].join("\n");

const texts: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["a byte order mark alone", "\ufeff"],
  ["no YAML", "}{][ : - ? & *"],
  ["two documents", "name: a\ncomponents: {}\n---\nname: b\n"],
  ["a list", "- a\n- b\n"],
  ["a scalar", "components"],
  ["an alias bomb", `${bomb}\ncomponents: *i\n`],
  ["a circle of aliases", "name: a\ncomponents: &c\n  web: { type: worker, image: x, env: *c }\n"],
  ["an alias to nothing", "name: a\ncomponents:\n  web: *nope\n"],
  ["a merge of itself", "name: a\ncomponents:\n  web: &w\n    <<: *w\n    type: worker\n"],
  ["deep nesting", `name: a\ncomponents: ${"[".repeat(5000)}`],
  ["zero bytes", "name: a\u0000\ncomponents:\u0001\n"],
  ["duplicate keys", "name: a\ncomponents:\n  web: { type: worker }\n  web: { type: redis }\n"],
  ["tabs", "name: a\ncomponents:\n\tweb:\n\t\ttype: worker\n"],
  [
    "names that every object has",
    "name: a\ncomponents:\n  __proto__: { type: worker }\n  constructor: { type: redis }\n",
  ],
  ["explicit keys", "? name\n: a\n? components\n: ? web\n  : type: worker\n"],
  ["a key on two lines", '"na\n me": a\ncomponents: {}\n'],
  ["a tag on the root", "!!map\nname: a\ncomponents: {}\n"],
  ["carriage returns alone", "name: a\rcomponents:\r  web: {}\r"],
];

const operations: readonly Operation[] = [
  { kind: "addComponent", name: "jobs", fields: { type: "worker", image: "x", env: { A: "b" } }, position: [1, 2] },
  { kind: "removeComponent", name: "web" },
  { kind: "renameComponent", name: "web", to: "app" },
  { kind: "setField", component: "web", path: ["env", "A"], value: "x" },
  { kind: "removeField", component: "web", path: ["type"] },
  { kind: "setValue", path: ["region"], value: "eu-west-1" },
  { kind: "setValue", path: ["name", "deep", 0], value: 1 },
  { kind: "removeValue", path: ["name"] },
  { kind: "connect", from: "web", to: "constructor" },
  { kind: "disconnect", from: "web", to: "constructor" },
  { kind: "moveComponents", positions: { web: [3, 4] } },
];

describe.each(texts)("%s", (_, text) => {
  it("is edited so that it can be read again, or left alone with a reason", () => {
    const manifest = openManifest(text);
    for (const operation of operations) {
      const result = edit(manifest, [operation]);
      if (!result.ok) expect(result.reason).toMatch(/\S/);
      else
        expect(openManifest(applyEdits(text, result.edits)).problems.map(({ code }) => code)).not.toContain(
          "yaml-syntax",
        );
    }
  });

  it("is answered at every place without a throw", () => {
    const manifest = openManifest(text);
    for (let offset = 0; offset <= Math.min(text.length, 400); offset += 1) {
      complete(manifest, offset);
      hover(manifest, offset);
      define(manifest, offset);
    }
    outline(manifest);
    expect(draw(manifest, { version: 1, editable: true, deploy: { possible: true } }).version).toBe(1);
  });
});

describe("any text", () => {
  it("is answered at any place with ranges around the cursor", () => {
    const line = fc.constantFrom(
      "components:",
      "  web:",
      "    type: web",
      "    env: {",
      "      - ",
      '  "a',
      "  'b: |",
      "    ${{ db.",
      "}",
      "]",
      "\t- x",
      "# c",
      "  web: &a *b",
      "    connections: [",
      "",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }), fc.nat(), (lines, place) => {
        const text = lines.join("\n");
        const offset = place % (text.length + 1);
        for (const { range } of complete(openManifest(text), offset)) {
          expect(range.start <= offset && offset <= range.end).toBe(true);
          expect(text.slice(range.start, range.end)).not.toContain("\n");
        }
      }),
      { numRuns: 500 },
    );
  });
});
