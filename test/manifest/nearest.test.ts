import { describe, expect, it } from "vitest";
import { nearest } from "../../extension/manifest/nearest";

describe("the nearest known word", () => {
  it.each([
    ["imgae", ["image", "port"], "image"],
    ["health-check", ["healthCheck"], "healthCheck"],
    ["REGION", ["region"], "region"],
    ["scael", ["secrets", "scale"], "scale"],
    ["postgress", ["postgres", "mysql"], "postgres"],
    ["dbb", ["db", "web"], "db"],
    ["prot", ["port"], "port"],
    ["db-250", ["db-25", "cache-250", "db-520"], "db-25"],
    ["webapi", ["web-api", "webapp"], "web-api"],
    ["aabb", ["aab", "abab"], "aab"],
    ["workre", ["works", "worker"], "worker"],
  ])("to %s in %j is %s", (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  it.each([
    ["kafka", ["postgres", "mysql"]],
    ["x", ["y"]],
    ["image", ["image"]],
    ["anything", []],
    ["i".repeat(1000), ["image"]],
  ])("to %s in %j is none", (word, known) => {
    expect(nearest(word, known)).toBeUndefined();
  });
});
