import { describe, expect, it } from "vitest";
import {
  amount,
  changed,
  difference,
  dollars,
  inShort,
  itemPrice,
  moved,
  onCard,
  perUnit,
} from "../../extension/targets/money";

const sum = (usd: number, unknown = 0) => ({ usd, unknown });

describe("dollars", () => {
  it.each([
    [0, "$0"],
    [0.4, "$0.40"],
    [9.994, "$9.99"],
    [10, "$10"],
    [132.87, "$133"],
    [1234567, "$1,234,567"],
    [-3.2, "−$3.20"],
  ])("%d are written %s", (usd, text) => {
    expect(dollars(usd)).toBe(text);
  });
});

describe("a sum", () => {
  it("never shows what is unknown as nothing", () => {
    expect(amount(sum(0, 2))).toBe("unknown");
    expect(amount(sum(12, 2))).toBe("$12 + 2 unknown");
    expect(amount(sum(0))).toBe("$0");
    expect(inShort(sum(0, 1), sum(0, 1))).toBe("price unknown");
    expect(onCard(sum(0, 1), sum(0, 1))).toBe("price unknown");
  });

  it("is a range where it can grow, and one number where it cannot", () => {
    expect(inShort(sum(123), sum(240))).toBe("≈ $123/month idle, up to $240");
    expect(inShort(sum(123, 1), sum(123, 1))).toBe("≈ $123/month + 1 unknown");
    expect(onCard(sum(24), sum(24))).toBe("$24/month");
    expect(onCard(sum(85), sum(255, 1))).toBe("$85 – $255 + 1 unknown");
  });

  it("of nothing is what is paid by use", () => {
    expect(inShort(sum(0), sum(0))).toBe("paid by use");
  });
});

describe("a change", () => {
  it.each([
    [12, "+$12"],
    [-12, "−$12"],
    [0, "±$0"],
    [0.4, "+$0.40"],
    [undefined, "unknown"],
  ])("of %d is written %s", (change, text) => {
    expect(difference(change)).toBe(text);
  });

  it("says both sums, when they differ", () => {
    expect(moved(sum(133), sum(151), 18)).toBe("$133 → $151 (+$18)");
    expect(moved(sum(133), sum(133), 0)).toBe("$133");
    expect(moved(sum(133, 1), sum(133, 1), undefined)).toBe("$133 + 1 unknown → $133 + 1 unknown (unknown)");
  });

  it.each([
    [{ idle: 12, maximum: 50 }, "+$12"],
    [{ idle: 0, maximum: 50 }, "up to +$50"],
    [{ idle: 0, maximum: 0 }, undefined],
    [{ idle: 0 }, "change unknown"],
    [{}, "change unknown"],
  ])("%j is in short: %s", (change, text) => {
    expect(changed(change)).toBe(text);
  });
});

describe("an item and a unit", () => {
  it("are unknown when nobody has published a price", () => {
    expect(itemPrice({})).toBe("unknown");
    expect(itemPrice({ idle: 5, maximum: 20 })).toBe("$5.00 to $20");
    expect(perUnit({ name: "GB" })).toBe("price of a GB unknown");
    expect(perUnit({ name: "GB", usd: 0.5 })).toBe("$0.50 for each GB");
    expect(perUnit({ name: "GB-hour", usd: 0.004445 })).toBe("$0.004445 for each GB-hour");
  });
});
