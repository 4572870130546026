import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { share, shareByKey } from "../../webview/state/share";

describe("sharing what did not change", () => {
  it("gives the older object when all is equal", () => {
    const before = { a: [1, { b: 2 }] };
    expect(share(before, { a: [1, { b: 2 }] })).toBe(before);
  });

  it("keeps the parts that are equal when another part changed", () => {
    const before = { same: { deep: [1] }, other: 1 };
    const after = share(before, { same: { deep: [1] }, other: 2 });
    expect(after).toEqual({ same: { deep: [1] }, other: 2 });
    expect(after.same).toBe(before.same);
  });

  it("tells a missing field from an undefined one", () => {
    expect(Object.keys(share({ a: undefined }, { b: undefined }))).toEqual(["b"]);
  });

  it("does not take a list for a map", () => {
    expect(share({ 0: "a" }, ["a"])).toEqual(["a"]);
  });

  it("keeps a key called __proto__ a plain key", () => {
    const after = share({}, JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(Object.keys(after)).toEqual(["__proto__"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("always says what the newer value says", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(share(before, after)).toEqual(after);
      }),
    );
  });

  it("finds an item by its name when the order changed", () => {
    const before = [
      { name: "a", n: 1 },
      { name: "b", n: 2 },
    ];
    const after = shareByKey(
      before,
      [
        { name: "b", n: 2 },
        { name: "a", n: 1 },
      ],
      ({ name }) => name,
    );
    expect(after[0]).toBe(before[1]);
    expect(after[1]).toBe(before[0]);
  });

  it("gives the older list when every item is the same and in its place", () => {
    const before = [{ name: "a" }, { name: "b" }];
    expect(shareByKey(before, [{ name: "a" }, { name: "b" }], ({ name }) => name)).toBe(before);
  });
});
