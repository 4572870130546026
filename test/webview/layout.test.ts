import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "../../extension/manifest/edit/operation";
import { arrange } from "../../webview/layout/arrange";
import { type Box, type Lane, type Link, lanes, overlaps } from "../../webview/layout/box";
import { intoColumns } from "../../webview/layout/layers";
import { reduceCrossings } from "../../webview/layout/order";
import { place } from "../../webview/layout/place";

const none: ReadonlyMap<string, Position> = new Map();

const discourse: readonly Box[] = [
  { name: "edge", lane: "public" },
  { name: "web", lane: "private" },
  { name: "worker", lane: "private" },
  { name: "db", lane: "data" },
  { name: "cache", lane: "data" },
];
const discourseLinks: readonly Link[] = [
  { from: "edge", to: "web" },
  { from: "web", to: "db" },
  { from: "web", to: "cache" },
  { from: "worker", to: "db" },
];

/** Any application: up to 40 components, links between any two, itself included. */
const application = fc.array(fc.constantFrom<Lane>(...lanes), { minLength: 1, maxLength: 40 }).chain((chosen) => {
  const boxes = chosen.map((lane, index): Box => ({ name: `c${index}`, lane }));
  const name = fc.nat(boxes.length - 1).map((index) => `c${index}`);
  return fc.record({
    boxes: fc.constant(boxes),
    links: fc.array(fc.record({ from: name, to: name }), { maxLength: 60 }),
  });
});

function at(places: ReadonlyMap<string, Position>, name: string): Position {
  const position = places.get(name);
  if (position === undefined) throw new Error(`${name} has no place`);
  return position;
}

function pairs(places: ReadonlyMap<string, Position>): readonly (readonly [Position, Position])[] {
  const all = [...places.values()];
  return all.flatMap((left, index) => all.slice(index + 1).map((right) => [left, right] as const));
}

describe("the automatic layout", () => {
  it("puts public left of private, and private left of data", () => {
    const places = arrange(discourse, discourseLinks);
    expect(at(places, "edge")[0]).toBeLessThan(at(places, "web")[0]);
    expect(at(places, "web")[0]).toBeLessThan(at(places, "db")[0]);
  });

  it("puts a caller left of what it calls inside a lane", () => {
    const boxes: readonly Box[] = [
      { name: "api", lane: "private" },
      { name: "site", lane: "private" },
    ];
    const places = arrange(boxes, [{ from: "site", to: "api" }]);
    expect(at(places, "site")[0]).toBeLessThan(at(places, "api")[0]);
  });

  it("makes a single link a straight line", () => {
    const places = arrange(discourse.slice(0, 2), discourseLinks.slice(0, 1));
    expect(at(places, "edge")[1]).toBe(at(places, "web")[1]);
  });

  it("gives the same places for the same application", () => {
    expect([...arrange(discourse, discourseLinks)]).toEqual([...arrange(discourse, discourseLinks)]);
  });

  it("never lets two cards overlap", () => {
    fc.assert(
      fc.property(application, ({ boxes, links }) => {
        for (const [left, right] of pairs(arrange(boxes, links))) expect(overlaps(left, right, 0)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("gives every component a place in whole pixels, none above the top", () => {
    fc.assert(
      fc.property(application, ({ boxes, links }) => {
        const places = arrange(boxes, links);
        for (const { name } of boxes) {
          const [x, y] = at(places, name);
          expect([Number.isInteger(x), Number.isInteger(y), y >= 0]).toEqual([true, true, true]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("ends on a cycle", () => {
    const boxes: readonly Box[] = ["a", "b", "c"].map((name) => ({ name, lane: "private" as const }));
    const ring = [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "c", to: "a" },
    ];
    expect(arrange(boxes, ring).size).toBe(3);
  });

  it("breaks a lane of many into several columns", () => {
    const boxes = Array.from({ length: 60 }, (_, index): Box => ({ name: `w${index}`, lane: "private" }));
    expect(intoColumns(boxes, []).length).toBeGreaterThan(3);
  });

  it("uncrosses two links that cross in the text's order", () => {
    const boxes: readonly Box[] = [
      { name: "left-1", lane: "private" },
      { name: "left-2", lane: "private" },
      { name: "right-1", lane: "data" },
      { name: "right-2", lane: "data" },
    ];
    const links = [
      { from: "left-1", to: "right-2" },
      { from: "left-2", to: "right-1" },
    ];
    const [left, right] = reduceCrossings(intoColumns(boxes, links), links);
    const order = left?.names.map((name) => links.find(({ from }) => from === name)?.to);
    expect(order).toEqual(right?.names);
  });
});

describe("placing beside what has a place", () => {
  it("leaves what somebody placed where it is", () => {
    const places = place(discourse, discourseLinks, new Map([["web", [900, 700] as const]]), none);
    expect(at(places, "web")).toEqual([900, 700]);
  });

  it("leaves automatic places as they were when a component comes", () => {
    const before = place(discourse, discourseLinks, none, none);
    const more: readonly Box[] = [...discourse, { name: "cron", lane: "private" }];
    const after = place(more, discourseLinks, none, before);
    for (const { name } of discourse) expect(at(after, name)).toEqual(at(before, name));
  });

  it("leaves automatic places as they were when another one is moved by hand", () => {
    const before = place(discourse, discourseLinks, none, none);
    const after = place(discourse, discourseLinks, new Map([["web", [5, 5] as const]]), before);
    expect(at(after, "db")).toEqual(at(before, "db"));
  });

  it("prefers a place from the text to a remembered one", () => {
    const remembered = new Map([["web", [1, 1] as const]]);
    const places = place(discourse, discourseLinks, new Map([["web", [2, 2] as const]]), remembered);
    expect(at(places, "web")).toEqual([2, 2]);
  });

  it("never puts a new card on one that stands", () => {
    const spot = fc.tuple(fc.integer({ min: -200, max: 1500 }), fc.integer({ min: -200, max: 1500 }));
    fc.assert(
      fc.property(application, fc.array(spot, { maxLength: 40 }), ({ boxes, links }, spots) => {
        const fixed = new Map(
          boxes.slice(1).flatMap((box, index) => (spots[index] ? [[box.name, spots[index]] as const] : [])),
        );
        const places = place(boxes, links, fixed, none);
        for (const { name } of boxes) {
          if (fixed.has(name)) continue;
          for (const [other, position] of places) {
            if (other !== name) expect(overlaps(at(places, name), position, 0)).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
