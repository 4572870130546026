import { describe, expect, it } from "vitest";
import { allPairs, missingPairs } from "../../scripts/conformance/generate/pairs";
import { levels, type Parameter } from "../../scripts/conformance/generate/parameter";

const parameter = (name: string, kinds: readonly string[], rest: Partial<Parameter> = {}): Parameter => ({
  name,
  covers: [],
  at: [name],
  levels: levels(Object.fromEntries(kinds.map((kind) => [kind, kind]))),
  ...rest,
});

const four = ["a", "b", "c", "d"].map((name) => parameter(name, ["1", "2", "3"]));

describe("all pairs", () => {
  it("need far fewer rows than all combinations", () => {
    const { rows, pairs } = allPairs(four, 0, 1);
    expect(pairs).toBe(6 * 9);
    expect(missingPairs(four, rows)).toEqual([]);
    expect(rows.length).toBeLessThan(20);
  });

  it("are missed when a row is taken away", () => {
    const { rows } = allPairs(four, 0, 1);
    expect(missingPairs(four, rows.slice(1)).length).toBeGreaterThan(0);
  });

  it("are named by what is missing", () => {
    const two = [parameter("a", ["1"]), parameter("b", ["1", "2"])];
    expect(
      missingPairs(two, [
        new Map([
          ["a", "1"],
          ["b", "2"],
        ]),
      ]),
    ).toEqual(["a=1 & b=1"]);
  });

  it("leave out what has no ground to stand on", () => {
    const ground = parameter("has", ["yes", "no"]);
    const above = parameter("size", ["s", "l"], { needs: [["has", "yes"]] });
    const { rows, pairs } = allPairs([ground, above], 0, 1);
    expect(pairs).toBe(2);
    for (const row of rows) expect(row.has("size")).toBe(row.get("has") === "yes");
  });

  it("give a level its ground even when the other of the pair says nothing about it", () => {
    const ground = parameter("has", ["no", "yes"], { usually: 1 });
    const above = parameter("size", ["s"], { needs: [["has", "yes"]] });
    const other = parameter("else", ["x", "y"]);
    const all = [ground, above, other];
    expect(missingPairs(all, allPairs(all, 0, 1).rows)).toEqual([]);
  });

  it("make as many rows as are asked for", () => {
    expect(allPairs(four, 100, 1).rows).toHaveLength(100);
  });

  it("refuse a need that nobody can meet", () => {
    const lost = parameter("size", ["s"], { needs: [["has", "yes"]] });
    expect(() => allPairs([lost], 0, 1)).toThrow("There is no has=yes.");
  });
});
