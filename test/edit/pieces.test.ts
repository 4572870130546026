import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextEdit } from "../../extension/manifest/edit/operation";
import { applyEdits, createPieces } from "../../extension/manifest/edit/pieces";

function edit(start: number, end: number, text: string): TextEdit {
  return { range: { start, end }, text };
}

/** Edits that fit a text, sorted and apart, from numbers at random. */
function fitting(text: string, cuts: readonly number[], added: readonly string[]): readonly TextEdit[] {
  const offsets = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  const edits: TextEdit[] = [];
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    edits.push(edit(offsets[index] ?? 0, offsets[index + 1] ?? 0, added[index % Math.max(1, added.length)] ?? ""));
  }
  return edits;
}

describe("pieces", () => {
  it("come to the same text as the edits one after the other, and as one list", () => {
    const steps = fc.array(
      fc.record({ cuts: fc.array(fc.nat(60), { maxLength: 6 }), added: fc.array(fc.string({ maxLength: 5 })) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), steps, (original, all) => {
        const pieces = createPieces(original);
        let text = original;
        for (const { cuts, added } of all) {
          const edits = fitting(text, cuts, added);
          pieces.apply(edits);
          text = applyEdits(text, edits);
          expect(pieces.text()).toBe(text);
        }
        expect(applyEdits(original, pieces.edits())).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["what both have in common", "port: 80 # a", [edit(0, 8, "port: 8080")], [edit(8, 8, "80")]],
    ["an edit that changes nothing", "port: 80", [edit(0, 8, "port: 80")], []],
    ["an insertion taken back", "ab", [edit(1, 1, "x")], [edit(1, 1, "x")]],
  ])("leave out %s", (_, original, edits, expected) => {
    const pieces = createPieces(original);
    pieces.apply(edits);
    expect(pieces.edits()).toEqual(expected);
  });

  it("are empty once a later edit takes back an earlier one", () => {
    const pieces = createPieces("ab");
    pieces.apply([edit(1, 1, "x")]);
    pieces.apply([edit(1, 2, "")]);
    expect(pieces.edits()).toEqual([]);
  });

  it("never cut a line end in two", () => {
    const pieces = createPieces("a\r\nb");
    pieces.apply([edit(0, 4, "a\r\r\nb")]);
    for (const { range } of pieces.edits()) expect([range.start, range.end]).not.toContain(2);
  });

  it("never cut a character in two", () => {
    const pieces = createPieces("x🚀y");
    pieces.apply([edit(0, 4, "x🚁y")]);
    expect(pieces.edits()).toEqual([edit(1, 3, "🚁")]);
  });
});
