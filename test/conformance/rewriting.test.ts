import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isScalar, parseDocument, type ToStringOptions, visit } from "yaml";
import { openManifest } from "../../extension/manifest/manifest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { type Generated, generate } from "../../scripts/conformance/generate/generate";

const { manifests } = generate();
const anyManifest = fc.constantFrom(...manifests);
const runs = { numRuns: 60, seed: 11 };

function templateOf({ environment }: Generated, text: string): string {
  const manifest = openManifest(text);
  const app = manifest.appFor(environment);
  if (app === undefined) throw new Error(`${JSON.stringify(manifest.problems)}\n${text}`);
  return synthesize(app).text;
}

describe("a template", () => {
  it("does not change with the order of any map's keys", () => {
    fc.assert(
      fc.property(anyManifest, fc.infiniteStream(fc.nat()), (manifest, numbers) => {
        const document = parseDocument(manifest.text);
        visit(document, {
          Map: (_, map) => {
            const ranked = map.items.map((item) => ({ item, rank: Number(numbers.next().value) }));
            map.items = ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
          },
        });
        expect(templateOf(manifest, document.toString())).toBe(templateOf(manifest, manifest.text));
      }),
      runs,
    );
  });

  it("does not change with comments and blank lines", () => {
    fc.assert(
      fc.property(anyManifest, fc.infiniteStream(fc.boolean()), (manifest, choices) => {
        const document = parseDocument(manifest.text);
        visit(document, {
          Pair: (_, pair) => {
            if (!isScalar(pair.key) || choices.next().value) return;
            pair.key.commentBefore = " why: { this: is } # here";
            pair.key.spaceBefore = true;
          },
        });
        const text = document.toString();
        expect(text).toContain("# why");
        expect(templateOf(manifest, text)).toBe(templateOf(manifest, manifest.text));
      }),
      runs,
    );
  });

  it("does not change with indentation, quotes and flow style", () => {
    const styles: fc.Arbitrary<ToStringOptions> = fc.record({
      indent: fc.constantFrom(2, 3, 8),
      singleQuote: fc.boolean(),
      lineWidth: fc.constantFrom(0, 40),
      indentSeq: fc.boolean(),
      defaultKeyType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const),
    });
    fc.assert(
      fc.property(anyManifest, styles, fc.boolean(), (manifest, style, flow) => {
        const document = parseDocument(manifest.text);
        visit(document, {
          Map: (key, map) => {
            map.flow = flow && key !== null;
          },
        });
        expect(templateOf(manifest, document.toString(style))).toBe(templateOf(manifest, manifest.text));
      }),
      runs,
    );
  });

  it("is the same from JSON, which is YAML as well", () => {
    fc.assert(
      fc.property(anyManifest, fc.constantFrom(0, 1, 4), (manifest, indent) => {
        const text = JSON.stringify(parseDocument(manifest.text).toJS(), undefined, indent);
        expect(templateOf(manifest, text)).toBe(templateOf(manifest, manifest.text));
      }),
      runs,
    );
  });
});
