import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument, stringify } from "yaml";
import type { Json } from "../../extension/manifest/edit/operation";
import { openManifest, toJson } from "../../extension/manifest/manifest";
import type { ProblemCode } from "../../extension/manifest/problem";
import { mutated } from "./mutate";
import { rich } from "./samples";

/** What the `yaml` package, reading the text in one piece, makes of it. */
function peer(text: string): { readonly errors: readonly string[]; readonly json: Json | undefined } {
  const document = parseDocument(text, { merge: true, stringKeys: true, prettyErrors: false });
  const errors = [...document.errors, ...document.warnings.filter(({ code }) => code === "TAG_RESOLVE_FAILED")];
  if (errors.length > 0) return { errors: errors.map(({ code }) => code), json: undefined };
  try {
    return { errors: [], json: plain(document.toJS({ maxAliasCount: -1 })) };
  } catch (error) {
    // An alias without an anchor, a circle, or a merge of something that is no map.
    return { errors: [String(error)], json: undefined };
  }
}

/** Told by us as a matter of shape, not of syntax. */
const mergeOfNothing = "Error: Merge sources must be maps or map aliases";

/**
 * Where the two differ on purpose: a `...` before anything else is nothing to us and a document to the package, and
 * the package takes a `: value` without a key, however little it is indented.
 */
const isComparable = (text: string): boolean => !/^\.\.\./m.test(text) && !/^\s*:(?:\s|$)/m.test(text);

/** The same value with the keys of every map in one order, so that order is not compared. */
function plain(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object") return value as Json;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}

const syntax: ReadonlySet<ProblemCode> = new Set([
  "yaml-syntax",
  "several-documents",
  "duplicate-key",
  "unknown-alias",
  "alias-cycle",
  "too-deep",
  "not-text",
]);

function ours(text: string): { readonly errors: readonly string[]; readonly json: Json } {
  const manifest = openManifest(text);
  const errors = manifest.problems.filter(({ code }) => syntax.has(code)).map(({ message }) => message);
  return { errors, json: plain(toJson(manifest, manifest.root)) };
}

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const scalar = fc.oneof(
  word,
  fc.string({ maxLength: 12 }),
  fc.constantFrom("", " ", "a\nb", "a\n\n b\n", "- x", "a: b", "#", "true", "1", "~", "'", '"', "*a", "&a", "|", "<<"),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(word, fc.constantFrom("components", "a b", "a:", "#a", "-", "?", "constructor")),
      tie("tree"),
      {
        maxKeys: 5,
        noNullPrototype: true,
      },
    ),
  ),
}));
const manifestLike = fc.record({
  name: scalar,
  components: fc.oneof(tree, fc.dictionary(word, tree, { noNullPrototype: true })),
  environments: tree,
  canvas: tree,
  tags: tree,
});
const layout = fc.record({
  indent: fc.constantFrom(1, 2, 3, 4, 8),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
  defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_SINGLE" as const, "QUOTE_DOUBLE" as const),
});

describe("parsing entry by entry", () => {
  it("reads whatever was written as a whole parser reads it", () => {
    fc.assert(
      fc.property(manifestLike, layout, fc.constantFrom("\n", "\r\n"), (value, options, newline) => {
        const text = stringify(value, options).replaceAll("\n", newline);
        const whole = peer(text);
        // An empty list in block style is written so that nobody can read it.
        fc.pre(whole.errors.length === 0);
        expect(ours(text)).toEqual({ errors: [], json: whole.json });
      }),
      { numRuns: 150, seed: 20261122 },
    );
  });

  it("reads a manifest with everything in it as a whole parser does", () => {
    expect(ours(rich)).toEqual({ errors: [], json: peer(rich).json });
  });

  it("calls right what a whole parser calls right, and reads it the same, after any change", () => {
    fc.assert(
      fc.property(mutated(rich, 3), (text) => {
        const whole = peer(text);
        const found = ours(text);
        fc.pre(isComparable(text));
        if (whole.errors.length === 0) expect(found, text).toEqual({ errors: [], json: whole.json });
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it("calls wrong what a whole parser calls wrong, after any change", () => {
    fc.assert(
      fc.property(mutated(rich, 2), (text) => {
        const whole = peer(text);
        fc.pre(isComparable(text) && !whole.errors.includes(mergeOfNothing));
        if (whole.errors.length > 0) expect(ours(text).errors.length, `${whole.errors}\n${text}`).toBeGreaterThan(0);
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});
