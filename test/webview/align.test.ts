import { describe, expect, it } from "vitest";
import { align } from "../../webview/canvas/align";

const items = [
  { id: "a", x: 0, y: 0, width: 100, height: 40 },
  { id: "b", x: 50, y: 100, width: 60, height: 60 },
  { id: "c", x: 300, y: 20, width: 100, height: 40 },
];
const places = (how: Parameters<typeof align>[1]) => Object.fromEntries(align(items, how));

describe("aligning", () => {
  it.each([
    ["left", { b: [0, 100], c: [0, 20] }],
    ["centre", { a: [150, 0], b: [170, 100], c: [150, 20] }],
    ["right", { a: [300, 0], b: [340, 100] }],
    ["top", { b: [50, 0], c: [300, 0] }],
    ["middle", { a: [0, 60], b: [50, 50], c: [300, 60] }],
    ["bottom", { a: [0, 120], c: [300, 120] }],
  ] as const)("%s moves only what is not there", (how, expected) => {
    expect(places(how)).toEqual(expected);
  });

  it("across leaves the outermost and makes the gaps equal", () => {
    expect(places("across")).toEqual({ b: [170, 100] });
  });

  it("down sorts by height first", () => {
    expect(places("down")).toEqual({ c: [300, 50] });
  });
});
