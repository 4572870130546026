import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChangedLine, changedLines } from "../../extension/manifest/edit/changedLines";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import type { Operation, TextEdit } from "../../extension/manifest/edit/operation";
import { openManifest } from "../../extension/manifest/manifest";

const shop = `name: shop
components:
  web:
    type: web
    port: 80   # http
  db:
    type: postgres
`;

/** As a reader sees it: `-5 text`, `+5 text`. */
function changesOf(text: string, ...operations: readonly Operation[]): readonly string[] {
  const result = edit(openManifest(text), operations);
  if (!result.ok) throw new Error(result.reason);
  return changedLines(text, applyEdits(text, result.edits), result.edits).map(inShort);
}

function inShort({ kind, line, text }: ChangedLine): string {
  return `${kind === "added" ? "+" : "-"}${line} ${text}`;
}

describe("the lines that an edit changed", () => {
  it("are the old and the new line of a field", () => {
    expect(changesOf(shop, { kind: "setField", component: "web", path: ["port"], value: 8080 })).toEqual([
      "-5     port: 80   # http",
      "+5     port: 8080   # http",
    ]);
  });

  it("are new ones alone where something is added", () => {
    expect(changesOf(shop, { kind: "moveComponents", positions: { db: [1, 2] } })).toEqual([
      "+8 canvas:",
      "+9   db: [1, 2]",
    ]);
  });

  it("are old ones alone where something is removed", () => {
    expect(changesOf(shop, { kind: "removeComponent", name: "db" })).toEqual(["-6   db:", "-7     type: postgres"]);
  });

  it("are told in every place, with the numbers of the text after", () => {
    const changes = changesOf(
      shop,
      { kind: "setField", component: "web", path: ["image"], value: "nginx" },
      { kind: "setField", component: "db", path: ["type"], value: "mysql" },
    );
    expect(changes).toEqual([
      expect.stringMatching(/^\+[56] {5}image: nginx$/),
      "-7     type: postgres",
      "+8     type: mysql",
    ]);
  });

  it("are counted alike whatever ends a line", () => {
    const windows = shop.replaceAll("\n", "\r\n");
    expect(changesOf(windows, { kind: "setField", component: "web", path: ["port"], value: 8080 })).toEqual([
      "-5     port: 80   # http",
      "+5     port: 8080   # http",
    ]);
  });

  it("make the text after out of the text before, whatever the edits", () => {
    const anyEdits = fc.array(fc.tuple(fc.nat(30), fc.nat(6), fc.stringMatching(/^[ab\n]{0,5}$/)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.stringMatching(/^[ab\n]{0,40}$/), anyEdits, (before, parts) => {
        const edits = inOrder(before, parts);
        const after = applyEdits(before, edits);
        const changes = changedLines(before, after, edits);
        const [was, is] = [before.split("\n"), after.split("\n")];
        for (const { kind, line, text } of changes) expect((kind === "added" ? is : was)[line - 1]).toBe(text);
        const kept = (lines: readonly string[], kind: ChangedLine["kind"]) => {
          const gone = new Set(changes.filter((change) => change.kind === kind).map(({ line }) => line));
          return lines.filter((_, index) => !gone.has(index + 1));
        };
        expect(kept(is, "added")).toEqual(kept(was, "removed"));
      }),
    );
  });
});

/** Sorted, and none upon another. */
function inOrder(text: string, parts: readonly (readonly [number, number, string])[]): readonly TextEdit[] {
  let at = 0;
  return parts.flatMap(([skip, length, added]) => {
    const start = at + skip;
    const end = start + length;
    if (end > text.length) return [];
    at = end + 1;
    return [{ range: { start, end }, text: added }];
  });
}
