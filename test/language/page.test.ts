import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { format, formatRange } from "../../extension/language/format";
import { inlay } from "../../extension/language/inlay";
import { applyEdits } from "../../extension/manifest/edit/edit";
import { openManifest, toJson } from "../../extension/manifest/manifest";

const formatted = (text: string, step = 2): string => applyEdits(text, format(openManifest(text), step));

const untidy = `name: shop   
# The parts
components:
    # The door
    web:
        type: web   # first
        command: |
            keep   
              this

        env:   
          - wrong: 1
            other: 2
   
    db: {type:   postgres}
`;

const tidy = `name: shop
# The parts
components:
  # The door
  web:
    type: web   # first
    command: |
        keep   
          this

    env:
      - wrong: 1
        other: 2

  db: {type:   postgres}
`;

describe("formatting", () => {
  it("indents by the step, takes trailing spaces away, and keeps comments, strings and spacing", () => {
    expect(formatted(untidy)).toBe(tidy);
  });

  it("changes nothing the second time", () => {
    expect(formatted(tidy)).toBe(tidy);
  });

  it("goes to a wider step and back", () => {
    expect(formatted(formatted(tidy, 4), 2)).toBe(tidy);
  });

  it("keeps lists at their key where the file has them there", () => {
    const text = "components:\n  edge:\n    routes:\n    - to: web\n      path: /\n";
    expect(formatted(text)).toBe(text);
  });

  it("keeps the line ends", () => {
    expect(formatted(untidy.replaceAll("\n", "\r\n"))).toBe(tidy.replaceAll("\n", "\r\n"));
  });

  it.each([["components:\n  web: [\n   "], ["a: 'b   \n"], ["- a   \n"], [""], ["{ a: 1 }   \n"]])(
    "leaves %j alone, which cannot be read as a manifest",
    (text) => {
      expect(format(openManifest(text), 2)).toEqual([]);
    },
  );

  it.each(["discourse", "rails", "wordpress"])("keeps what the sample %s says, at any step", (name) => {
    const text = readFileSync(join(import.meta.dirname, "../../samples", name, "stackwright.yaml"), "utf8");
    expect(formatted(text)).toBe(text);
    for (const step of [3, 4, 8]) {
      const [before, after] = [openManifest(text), openManifest(formatted(text, step))];
      expect(toJson(after, after.root)).toEqual(toJson(before, before.root));
      expect(after.text).not.toBe(text);
      expect(formatted(after.text)).toBe(text);
    }
  });
});

describe("inlay hints", () => {
  const text = `name: shop
components:
  web:
    type: web
    image: &image shop:1
    port: 80
    memory: 1Gi
  jobs:
    type: worker
    image: *image
environments:
  production:
    components:
      web: { memory: 4Gi }
`;
  const hints = (environment: string, start = 0, end = text.length): string[] =>
    inlay(openManifest(text), { start, end }, environment).map(({ offset, text: shown }) => {
      const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim();
      return `${line} « ${shown}`;
    });

  it("tell what an alias stands for, and the environment's own value", () => {
    const found = hints("production");
    expect(found).toContain("image: *image « = shop:1");
    expect(found).toContain("memory: 1Gi « production: 4Gi");
  });

  it("tell the defaults of common fields that are left out, and of no others", () => {
    const ofWeb = hints("production").find((hint) => hint.startsWith("type: web"));
    expect(ofWeb).toContain("scale: 1");
    expect(ofWeb).not.toContain("memory");
  });

  it("say nothing of another environment", () => {
    expect(hints("staging").some((hint) => hint.includes("4Gi"))).toBe(false);
  });

  it("are only for what is seen", () => {
    const end = text.indexOf("  jobs:");
    expect(hints("production", 0, end).some((hint) => hint.includes("shop:1"))).toBe(false);
  });
});

describe("formatting a selection", () => {
  const text = "name: a   \ncomponents:\n    db:\n        type: postgres   \n        size: small\n";
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const formattedAt = (part: string) => applyEdits(text, formatRange(openManifest(text), 2, at(part)));

  it("changes its lines and no others", () => {
    expect(formattedAt("name")).toBe(text.replace("a   \n", "a\n"));
  });

  it("changes whole blocks as formatting the file does", () => {
    expect(formattedAt(text.trim())).toBe(formatted(text));
    expect(formattedAt("    db:\n        type: postgres   \n        size: small")).toBe(
      "name: a   \ncomponents:\n  db:\n    type: postgres\n    size: small\n",
    );
  });

  it("changes nothing where the rest would read otherwise", () => {
    expect(formattedAt("        size: small")).toBe(text);
  });
});
