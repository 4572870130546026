import { describe, expect, it } from "vitest";
import type { Lane } from "../../webview/layout/box";
import { driftOf, type Placed } from "../../webview/layout/drift";

const size = { width: 232, height: 64 };
const card = (name: string, lane: Lane, x: number, y: number, byHand = true): Placed => ({
  name,
  lane,
  frame: { x, y, ...size },
  byHand,
});

describe("the drift of what was placed by hand", () => {
  it("is nothing where nothing was placed, whatever overlaps", () => {
    expect(driftOf([card("a", "private", 0, 0, false), card("b", "data", 10, 10, false)])).toEqual({
      overlapping: [],
      outOfLane: [],
    });
  });

  it("tells a placed card that lies upon another, and not the automatic one below it", () => {
    const { overlapping } = driftOf([card("a", "private", 0, 0, false), card("b", "private", 100, 30)]);
    expect(overlapping).toEqual(["b"]);
  });

  it("takes cards that only meet for apart", () => {
    const { overlapping } = driftOf([card("a", "private", 0, 0), card("b", "private", 232, 0)]);
    expect(overlapping).toEqual([]);
  });

  it("finds an overlap also with one in between from left to right", () => {
    const cards = [card("a", "private", 0, 0), card("far", "private", 50, 900), card("b", "private", 100, 10)];
    expect(driftOf(cards).overlapping).toEqual(["a", "b"]);
  });

  it("tells a card that stands in another lane's column", () => {
    const cards = [
      card("edge", "public", 0, 0, false),
      card("web", "private", 400, 0, false),
      card("db", "data", 800, 0, false),
      card("cache", "data", 400, 200),
    ];
    expect(driftOf(cards).outOfLane).toEqual(["cache"]);
  });

  it("lets a card stand anywhere in its own column, and beside all columns", () => {
    const cards = [
      card("web", "private", 400, 0, false),
      card("db", "data", 800, 0, false),
      card("cache", "data", 850, 700),
      card("jobs", "private", 0, 300),
    ];
    expect(driftOf(cards).outOfLane).toEqual([]);
  });
});
