import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toAwsCron } from "../../extension/targets/aws/schedule/awsCron";
import { awsMinutes, cronMinutes } from "./cronOracle";

/** Minutes from 1 January 2027 on, long enough to hold each month's end and each pair of date and weekday. */
const year = { from: Date.UTC(2027, 0, 1), days: 365 };

describe("a schedule in AWS's notation", () => {
  it.each([
    ["0 3 * * *", ["cron(0 3 * * ? *)"]],
    ["*/15 * * * *", ["cron(0,15,30,45 * * * ? *)"]],
    ["0 9 * * 1-5", ["cron(0 9 ? * 2-6 *)"]],
    ["0 0 1 * *", ["cron(0 0 1 * ? *)"]],
    ["30 4 * * 0", ["cron(30 4 ? * 1 *)"]],
    ["30 4 * * 7", ["cron(30 4 ? * 1 *)"]],
    ["30 4 * * SUN", ["cron(30 4 ? * 1 *)"]],
    ["0 12 * JAN,jul FRI-MON", ["cron(0 12 ? 1,7 1,2,6,7 *)"]],
    ["0 0 13 * 5", ["cron(0 0 13 * ? *)", "cron(0 0 ? * 6 *)"]],
    ["0 0 */10 * 1", ["cron(0 0 1,11,21,31 * ? *)", "cron(0 0 ? * 2 *)"]],
    ["5/20 0-6/3 * * *", ["cron(5,25,45 0,3,6 * * ? *)"]],
    ["* * ? * ?", ["cron(* * * * ? *)"]],
  ])("%s becomes %s", (schedule, expected) => {
    expect(toAwsCron(schedule)).toEqual(expected);
  });

  it.each([
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * 32 * *",
    "* * * 13 *",
    "* * * * 8",
    "* * * * mo",
    "*/0 * * * *",
  ])("is refused for %s, naming it", (schedule) => {
    expect(() => toAwsCron(schedule)).toThrow(`"${schedule}"`);
  });

  it.each(["* * * *", "* * * * * *", "", "5-1 * * * *", "1-2-3 * * * *", "1/2/3 * * * *", "1, * * * *", "- * * * *"])(
    "is refused for %s",
    (schedule) => {
      expect(() => toAwsCron(schedule)).toThrow(/cannot be read/);
    },
  );

  it("fits into what the scheduler takes", () => {
    const most = "0-58/2 0-22/2 1-31/2 1-11/2 *";
    expect(toAwsCron(most)[0].length).toBeLessThanOrEqual(256);
  });
});

describe("its runs in a year", () => {
  it.each([
    "0 3 * * *",
    "*/15 9-17 * * 1-5",
    "0 0 1 * *",
    "0 0 31 * *",
    "0 0 29 2 *",
    "15 2,14 * * 6,0",
    "0 0 13 * 5",
    "0 0 1-7 * 1",
    "0 0 15 6 7",
    "59 23 31 12 *",
    "0 12 * 3-5 wed",
    "7-59/13 */5 2-30/9 */4 *",
  ])("are those of %s", (schedule) => {
    expect(awsMinutes(toAwsCron(schedule), year)).toEqual(cronMinutes(schedule, year));
  });

  it("are those of any schedule", () => {
    const month = { from: Date.UTC(2027, 1, 20), days: 80 };
    fc.assert(
      fc.property(anySchedule(), (schedule) => {
        expect(awsMinutes(toAwsCron(schedule), month)).toEqual(cronMinutes(schedule, month));
      }),
      { numRuns: 250 },
    );
  });
});

function anySchedule(): fc.Arbitrary<string> {
  const field = (first: number, last: number, sparse: boolean) => {
    const value = fc.integer({ min: first, max: last });
    const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
    const step = fc
      .tuple(fc.oneof(fc.constant("*"), range), fc.integer({ min: 1, max: 12 }))
      .map(([r, s]) => `${r}/${s}`);
    const item = fc.oneof(value.map(String), range, step);
    const list = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(","));
    return sparse
      ? value.map(String)
      : fc.oneof({ weight: 2, arbitrary: fc.constant("*") }, { weight: 3, arbitrary: list });
  };
  return fc
    .tuple(field(0, 59, true), field(0, 23, true), field(1, 31, false), field(1, 12, false), field(0, 7, false))
    .map((fields) => fields.join(" "));
}
