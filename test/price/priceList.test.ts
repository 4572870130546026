import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findPrice } from "../../extension/targets/aws/price/priceList";
import { prices } from "../../extension/targets/aws/price/prices.generated";
import { priceFile, priceListFile, priceListModule, priceListOf } from "../../scripts/prices";

const file = (aws: unknown, asOf = "2026-01-31") => JSON.stringify({ asOf, aws });
const row = (usd: unknown, source = "a bill") => ({ east: { thing_hour: { usd, source } } });

describe("the price list", () => {
  it("is what the price file gives", () => {
    const text = priceListModule(priceListOf(readFileSync(priceFile, "utf8")));
    expect(readFileSync(priceListFile, "utf8").replaceAll("\r\n", "\n")).toBe(text);
    expect(prices).toEqual(priceListOf(readFileSync(priceFile, "utf8")));
  });

  it("takes a price and who says it from the file", () => {
    expect(findPrice(priceListOf(file(row(0.25))), "east", ["thing_hour"])).toEqual({ usd: 0.25, source: "a bill" });
  });

  it.each([0, -1, "0.5x", null])("refuses a price of %j", (usd) => {
    expect(() => priceListOf(file(row(usd)))).toThrow("thing_hour");
  });

  it("refuses a price that nobody vouches for, and prices of no day", () => {
    expect(() => priceListOf(file(row(1, "")))).toThrow("source");
    expect(() => priceListOf(file(row(1), "lately"))).toThrow("asOf");
  });
});

describe("finding a price", () => {
  const list = priceListOf(file({ east: { exact: { usd: 1, source: "a" }, general: { usd: 2, source: "b" } } }));

  it("prefers the most exact name", () => {
    expect(findPrice(list, "east", ["exact", "general"]).usd).toBe(1);
    expect(findPrice(list, "east", ["missing", "general"]).usd).toBe(2);
  });

  it.each([
    ["east", "missing"],
    ["west", "exact"],
    ["east", "toString"],
    ["constructor", "name"],
  ])("in %s of %s finds none", (region, key) => {
    expect(findPrice(list, region, [key])).toEqual({ source: `no price known in ${region}` });
  });
});
