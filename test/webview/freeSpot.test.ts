import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSpot } from "../../webview/canvas/freeSpot";
import { cardSize } from "../../webview/layout/box";
import { touches } from "../../webview/layout/frame";

const card = (x: number, y: number) => ({ x, y, ...cardSize });

describe("the place for a new card", () => {
  it("is what was wished for, on the grid, when it is free", () => {
    expect(freeSpot([103, 58], [card(1000, 1000)])).toEqual([100, 60]);
  });

  it("is beside what stands there, no farther than it must be", () => {
    const [x, y] = freeSpot([0, 0], [card(0, 0)]);
    expect([x, Math.abs(y)]).toEqual([0, 80]);
  });

  it("is in line with another card, when the grid is to go through it", () => {
    const [x, y] = freeSpot([313, 58], [card(313, 7)], [313, 7]);
    expect([x, Math.abs(y - 7) % 20]).toEqual([313, 0]);
  });

  it("never touches a card, wherever cards are", () => {
    const spots = fc.array(fc.tuple(fc.integer({ min: -800, max: 800 }), fc.integer({ min: -800, max: 800 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(spots, (taken) => {
        const cards = taken.map(([x, y]) => card(x, y));
        const [x, y] = freeSpot([0, 0], cards);
        expect(cards.some((other) => touches(card(x, y), other))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
