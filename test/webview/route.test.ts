import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardSize } from "../../webview/layout/box";
import type { Frame } from "../../webview/layout/frame";
import { createObstacles } from "../../webview/layout/route/obstacles";
import { labelSpot, pathOf } from "../../webview/layout/route/path";
import { type Route, tidy } from "../../webview/layout/route/point";
import { routeLink } from "../../webview/layout/route/routeLink";
import { createRouter } from "../../webview/layout/route/router";
import { separate } from "../../webview/layout/route/separate";

const card = (x: number, y: number): Frame => ({ x, y, ...cardSize });

/** Cards on a grid with room between them, as somebody would place them by hand; no two on one place. */
const placed = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 2,
    maxLength: 24,
    selector: ([column, row]) => `${column} ${row}`,
  })
  .map((spots) => spots.map(([column, row]) => card(column * 304, row * 104)));

/** Whether a line runs through the inside of a card. */
function crosses(route: Route, frame: Frame): boolean {
  return route.some(([x, y], index) => {
    const [beforeX, beforeY] = route[index - 1] ?? [x, y];
    return (
      Math.min(x, beforeX) < frame.x + frame.width &&
      Math.max(x, beforeX) > frame.x &&
      Math.min(y, beforeY) < frame.y + frame.height &&
      Math.max(y, beforeY) > frame.y
    );
  });
}

function isLevelOrUpright(route: Route): boolean {
  return route.every(([x, y], index) => {
    const before = route[index - 1];
    return before === undefined || before[0] === x || before[1] === y;
  });
}

function routeBetween(from: Frame, to: Frame, others: readonly Frame[] = []): Route {
  return routeLink(from, to, createObstacles([from, to, ...others]));
}

describe("a line between two cards", () => {
  it("is straight where they stand side by side", () => {
    expect(routeBetween(card(0, 0), card(400, 0))).toHaveLength(2);
  });

  it("has one upright part where they stand at different heights", () => {
    expect(routeBetween(card(0, 0), card(400, 200))).toHaveLength(4);
  });

  it("leaves by the left when it leads back", () => {
    const [start] = routeBetween(card(600, 0), card(0, 0));
    expect(start?.[0]).toBe(600);
  });

  it("does not lie on the one that leads forth", () => {
    const [forth] = routeBetween(card(0, 0), card(400, 0));
    const [back] = routeBetween(card(400, 0), card(0, 0));
    expect(forth?.[1]).not.toBe(back?.[1]);
  });

  it("goes around a card that stands between", () => {
    const between = card(400, 0);
    expect(crosses(routeBetween(card(0, 0), card(800, 0), [between]), between)).toBe(false);
  });

  it("joins cards above each other on one side", () => {
    const [from, to] = [card(0, 0), card(0, 300)];
    const route = routeBetween(from, to, [card(0, 150)]);
    expect(route.every(([x]) => x > cardSize.width)).toBe(true);
  });

  it("never runs through a card, wherever the cards of a grid stand", () => {
    fc.assert(
      fc.property(placed, (cards) => {
        const [from, to, ...others] = cards;
        if (from === undefined || to === undefined) return;
        const route = routeBetween(from, to, others);
        for (const other of others) expect(crosses(route, other)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("consists of level and upright parts alone, even where cards lie on each other", () => {
    const anywhere = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 2, maxLength: 30 }), (spots) => {
        const [from, to, ...others] = spots.map(([x, y]) => card(x, y));
        if (from === undefined || to === undefined) return;
        expect(isLevelOrUpright(routeBetween(from, to, others))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("lines beside each other", () => {
  const [top, bottom] = [card(0, 0), card(0, 104)];
  const [first, second] = [card(400, 0), card(400, 104)];
  const cards = [top, bottom, first, second];
  const obstacles = createObstacles(cards);
  const cross = [
    { from: "top", to: "second", route: routeLink(top, second, obstacles) },
    { from: "bottom", to: "first", route: routeLink(bottom, first, obstacles) },
  ];
  const upright = (route: Route | undefined) => route?.[1]?.[0];

  it("are apart when they come from different cards and lead to different ones", () => {
    expect(upright(cross[0]?.route)).toBe(upright(cross[1]?.route));
    const [left, right] = separate(cross, obstacles);
    expect(upright(left)).not.toBe(upright(right));
  });

  it("may lie on each other when they come from one card", () => {
    const [left, right] = separate(
      cross.map((each) => ({ ...each, from: "top" })),
      obstacles,
    );
    expect(upright(left)).toBe(upright(right));
  });

  it("stay at their ports", () => {
    const [moved] = separate(cross, obstacles);
    expect([moved?.[0], moved?.at(-1)]).toEqual([cross[0]?.route[0], cross[0]?.route.at(-1)]);
  });
});

describe("the router", () => {
  const frames = new Map([
    ["a", card(0, 0)],
    ["b", card(400, 0)],
    ["c", card(0, 500)],
    ["d", card(400, 500)],
  ]);
  const links = [
    { id: "ab", from: "a", to: "b" },
    { id: "cd", from: "c", to: "d" },
  ];

  it("gives the same lines for the same picture", () => {
    const router = createRouter();
    const before = router.route(frames, links, false).routes.get("ab");
    expect(router.route(frames, links, false).routes.get("ab")).toBe(before);
  });

  it("makes the lines of a moved card anew, and leaves the others", () => {
    const router = createRouter();
    const before = router.route(frames, links, false).routes;
    const after = router.route(new Map([...frames, ["b", card(400, 60)]]), links, true).routes;
    expect(after.get("cd")).toBe(before.get("cd"));
    expect(after.get("ab")).not.toBe(before.get("ab"));
  });

  it("leads a line around a card that is moved into its way", () => {
    const router = createRouter();
    const wide = new Map([
      ["a", card(0, 0)],
      ["b", card(900, 0)],
      ["c", card(0, 500)],
    ]);
    const link = [{ id: "ab", from: "a", to: "b" }];
    router.route(wide, link, false);
    const inTheWay = card(450, 0);
    const { routes } = router.route(new Map([...wide, ["c", inTheWay]]), link, true);
    expect(crosses(routes.get("ab") ?? [], inTheWay)).toBe(false);
  });

  it("draws makeshift lines when there is no time, and the right ones when asked again", () => {
    const router = createRouter();
    const blocked = new Map([...frames, ["b", card(900, 0)], ["x", card(450, 0)]]);
    const hasty = router.route(blocked, links, false, () => true);
    expect([hasty.done, hasty.routes.size]).toEqual([false, 2]);
    const calm = router.route(blocked, links, false);
    expect(crosses(calm.routes.get("ab") ?? [], card(450, 0))).toBe(false);
    expect(calm.done).toBe(true);
  });

  it("leaves out a link whose end is not there", () => {
    const { routes } = createRouter().route(frames, [{ id: "ax", from: "a", to: "x" }], false);
    expect(routes.size).toBe(0);
  });
});

describe("the drawing of a line", () => {
  it("drops corners that are none", () => {
    expect(
      tidy([
        [0, 0],
        [5, 0],
        [5, 0],
        [9, 0],
        [9, 4],
      ]),
    ).toEqual([
      [0, 0],
      [9, 0],
      [9, 4],
    ]);
  });

  it("rounds its corners", () => {
    expect(
      pathOf([
        [0, 0],
        [100, 0],
        [100, 50],
      ]),
    ).toBe("M0 0L92 0Q100 0 100 8L100 50");
  });

  it("has its label in the middle of the longest level part", () => {
    const spot = labelSpot([
      [0, 0],
      [20, 0],
      [20, 60],
      [220, 60],
    ]);
    expect(spot).toEqual({ x: 120, y: 60, room: 200 });
  });
});
