import { describe, expect, it } from "vitest";
import { snap } from "../../webview/canvas/snap";

const card = (x: number, y: number) => ({ x, y, width: 232, height: 64 });

describe("where a dragged card goes", () => {
  it("is in line with an edge that is near, and the guide passes both", () => {
    const { dx, dy, guides } = snap(card(104, 300), [card(100, 0)], 6);
    expect([dx, dy]).toEqual([-4, 0]);
    expect(guides).toEqual([{ axis: "x", at: 100, from: 0, to: 364 }]);
  });

  it("is on the grid when nothing is near enough", () => {
    expect(snap(card(111, 233), [card(500, 0)], 6)).toEqual({ dx: 9, dy: 7, guides: [] });
  });

  it("is in line with the nearest of several", () => {
    expect(snap(card(104, 300), [card(100, 0), card(106, 600)], 6).dx).toBe(2);
  });

  it("has middles in line with middles, never with edges", () => {
    const wide = { x: 0, y: 0, width: 332, height: 64 };
    expect(snap(card(53, 300), [wide], 6).dx).toBe(-3);
    expect(snap({ x: 163, y: 300, width: 500, height: 64 }, [wide], 6).dx).toBe(-3);
  });

  it("has one guide for an axis, through the line that the most others share", () => {
    const { guides } = snap(card(0, 300), [card(0, 0), { ...card(0, 100), width: 100 }], 6);
    expect(guides.filter(({ axis }) => axis === "x")).toEqual([{ axis: "x", at: 0, from: 0, to: 364 }]);
  });
});
