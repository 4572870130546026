import { describe, expect, it } from "vitest";
import { backOff, jitter, paceOf } from "../../extension/deploy/pace";

const aws = (seconds: number, remaining: number | undefined) =>
  paceOf({ elapsed: seconds * 1000, remaining, loopback: false });

describe("how often a stack is looked at", () => {
  it("grows slower with time while much is outstanding", () => {
    expect([0, 59, 60, 599, 600, 7200].map((seconds) => aws(seconds, 20))).toEqual([
      2_000, 2_000, 5_000, 5_000, 10_000, 10_000,
    ]);
  });

  it("notices the end within 3 s, however long it took", () => {
    expect(aws(7200, 2)).toBeLessThan(3_000);
    expect(aws(7200, 0)).toBeLessThan(3_000);
  });

  it("notices the end of a way back, of which nobody knows how many steps it has", () => {
    expect(aws(7200, undefined)).toBeLessThan(3_000);
  });

  it("is quick on this machine, where it costs nobody anything", () => {
    expect(paceOf({ elapsed: 7_200_000, remaining: 20, loopback: true })).toBe(250);
  });
});

describe("after failures", () => {
  it("doubles up to 30 s", () => {
    expect([0, 1, 2, 3, 4, 50].map((failures) => backOff(2_000, failures))).toEqual([
      2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });
});

describe("jitter", () => {
  it("never waits longer than it was asked to, and never much less", () => {
    expect([jitter(1_000, 0), jitter(1_000, 0.5), jitter(1_000, 0.999)]).toEqual([800, 900, 1_000]);
  });
});
