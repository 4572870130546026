import { describe, expect, it } from "vitest";
import { lenses } from "../../extension/language/lenses";
import { type OutlineItem, outline } from "../../extension/language/outline";
import { openManifest } from "../../extension/manifest/manifest";

const shop = `# The shop
name: shop
components:
  web:
    type: web
    command: |
      first
      second
    env: { A: "1" }
  db: { type: postgres }
environments:
  staging: {}
  production:
    protected: true
"": 3
`;

function drawn(items: readonly OutlineItem[], indent = ""): string {
  return items
    .map(({ name, detail, kind, children }) => {
      const line = `${indent}${kind} ${name}${detail === undefined ? "" : ` = ${detail}`}\n`;
      return line + drawn(children, `${indent}  `);
    })
    .join("");
}

describe("outline", () => {
  it("shows sections, components with their types, and fields with their values", () => {
    expect(drawn(outline(openManifest(shop)))).toBe(`section name = shop
section components
  component web = web
    field type = web
    field command = first
    field env
  component db = postgres
    field type = postgres
section environments
  environment staging
  environment production
    field protected = true
section "" = 3
`);
  });

  it("keeps every selection inside its range, and every child inside its parent", () => {
    const check = (items: readonly OutlineItem[], start: number, end: number): void => {
      for (const { range, selection, children } of items) {
        expect(range.start >= start && range.end <= end).toBe(true);
        expect(selection.start >= range.start && selection.end <= range.end).toBe(true);
        check(children, range.start, range.end);
      }
    };
    check(outline(openManifest(shop)), 0, shop.length);
  });

  it.each([[""], ["- a\n"], ["a"], ["name: [\n"]])("is made of %j without a throw", (text) => {
    expect(Array.isArray(outline(openManifest(text)))).toBe(true);
  });
});

describe("lenses", () => {
  it("stand at the first key and at each environment", () => {
    const found = lenses(openManifest(shop)).map(({ range, title }) => [shop.slice(range.start, range.end), title]);
    expect(found).toEqual([
      ["name", "Open Canvas"],
      ["name", "Plan & Deploy"],
      ["staging", "Plan & Deploy staging"],
      ["production", "Plan & Deploy production"],
    ]);
  });

  it("are absent where there is no manifest yet", () => {
    expect(lenses(openManifest("# nothing\n"))).toEqual([]);
  });
});
