import { describe, expect, it } from "vitest";
import type { Position } from "../../extension/manifest/edit/operation";
import { membership } from "../../webview/groups/membership";
import { cardSize } from "../../webview/layout/box";
import type { CardNode } from "../../webview/state/state";

const groups = [
  { id: "front", components: ["a", "b"] },
  { id: "back", components: ["c"] },
];
const before: Readonly<Record<string, Position>> = { a: [0, 0], b: [0, 100], c: [600, 0], d: [600, 400] };

/** What becomes of the groups when these cards are dropped there. */
function drop(to: Readonly<Record<string, Position>>) {
  const nodes = Object.entries({ ...before, ...to }).map(
    ([id, [x, y]]) => ({ id, type: "card", position: { x, y }, measured: cardSize, data: {} }) as unknown as CardNode,
  );
  const from = new Map(Object.keys(to).map((id) => [id, before[id] ?? ([0, 0] as const)]));
  return membership(groups, nodes, { from, guides: [] });
}
const members = (id: string, components: readonly string[]) => ({
  kind: "setValue",
  path: ["canvas", "$groups", id, "components"],
  value: components,
});

describe("dropping cards", () => {
  it("into a frame takes them in", () => {
    expect(drop({ d: [10, 60] })).toEqual([members("front", ["a", "b", "d"])]);
  });

  it("beside it takes them out", () => {
    expect(drop({ b: [0, 500] })).toEqual([members("front", ["a"])]);
  });

  it("from one frame into another changes both", () => {
    expect(drop({ b: [610, 20] })).toEqual([members("front", ["a"]), members("back", ["c", "b"])]);
  });

  it("of a whole group keeps it, wherever it goes", () => {
    expect(drop({ a: [600, 0], b: [600, 100] })).toEqual([]);
    expect(drop({ c: [0, 50] })).toEqual([]);
  });

  it("inside their own frame changes nothing", () => {
    expect(drop({ a: [10, 20] })).toEqual([]);
  });
});
