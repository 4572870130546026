import { describe, expect, it } from "vitest";
import { amount, difference, dollars, inShort, itemPrice, moved, onCard, perUnit } from "../../extension/targets/money";

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
    [10, 22, "+$12"],
    [22, 10, "−$12"],
    [1.001, 1, "±$0"],
    [0, 0.4, "+$0.40"],
  ])("from %d to %d is %s", (before, after, text) => {
    expect(difference(before, after)).toBe(text);
  });

  it("says both sums, when they differ", () => {
    expect(moved(sum(133), sum(151))).toBe("$133 → $151 (+$18)");
    expect(moved(sum(133), sum(133))).toBe("$133");
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
