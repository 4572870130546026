import fc from "fast-check";
import { expect, it } from "vitest";
import { divide } from "../../extension/targets/aws/network/cidr";

it("gives each zone half a quarter for containers, and a quarter of it each for the public and for data", () => {
  expect(divide("10.0.0.0/16", 3)).toEqual({
    vpc: "10.0.0.0/16",
    zones: [
      { private: "10.0.0.0/19", public: "10.0.32.0/20", data: "10.0.48.0/20" },
      { private: "10.0.64.0/19", public: "10.0.96.0/20", data: "10.0.112.0/20" },
      { private: "10.0.128.0/19", public: "10.0.160.0/20", data: "10.0.176.0/20" },
    ],
  });
});

it("clears host bits, as AWS does", () => {
  expect(divide("10.1.7.9/22", 2).vpc).toBe("10.1.4.0/22");
});

it("makes ranges that lie inside the network and never overlap", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(
      octet,
      octet,
      octet,
      octet,
      fc.integer({ min: 16, max: 22 }),
      fc.constantFrom(2, 3),
      (a, b, c, d, size, zones) => {
        const { vpc, zones: ranges } = divide(`${a}.${b}.${c}.${d}/${size}`, zones);
        const all = ranges.flatMap((zone) => Object.values(zone)).map(bounds);
        const [first, last] = bounds(vpc);
        expect(all).toHaveLength(zones * 3);
        for (const [from, to] of all) {
          expect(from).toBeGreaterThanOrEqual(first);
          expect(to).toBeLessThanOrEqual(last);
          expect(to - from + 1).toBeGreaterThanOrEqual(64);
        }
        const sorted = all.sort(([x], [y]) => x - y);
        for (const [index, [from]] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before) expect(from).toBeGreaterThan(before[1]);
        }
      },
    ),
  );
});

/** First and last address of a range, as numbers. The range must begin on its own boundary. */
function bounds(cidr: string): [number, number] {
  const [address = "", size = ""] = cidr.split("/");
  const from = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const count = 2 ** (32 - Number(size));
  expect(from % count).toBe(0);
  return [from, from + count - 1];
}
