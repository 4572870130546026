import { describe, expect, it } from "vitest";
import { scheduleInWords } from "../../extension/language/scheduleInWords";

describe("a schedule in words", () => {
  it.each([
    ["* * * * *", "every minute"],
    ["*/15 * * * *", "every 15 minutes"],
    ["0 * * * *", "every hour"],
    ["5 * * * *", "every hour at minute 5"],
    ["5,35 * * * *", "every hour at minutes 5 and 35"],
    ["0 */6 * * *", "every 6 hours"],
    ["30 */6 * * *", "every 6 hours at minute 30"],
    ["0 3 * * *", "every day at 03:00"],
    ["0 3,15 * * *", "every day at 03:00 and 15:00"],
    ["0 9 * * 1-5", "Monday to Friday at 09:00"],
    ["0 9 * * mon,wed", "Monday and Wednesday at 09:00"],
    ["0 0 * * 7", "Sunday at 00:00"],
    ["0 0 1 * *", "day 1 of every month at 00:00"],
    ["0 0 1 1 *", "day 1 of January at 00:00"],
    ["0 0 * 6-8 *", "every day in June to August at 00:00"],
    ["0 0 13 * 5", "day 13 of every month and every Friday at 00:00"],
    ["*/15 9-17 * * 1-5", "every 15 minutes of the hours 9 to 17, Monday to Friday"],
    ["*/10 * * * 0", "every 10 minutes, Sunday"],
  ])("reads %s", (schedule, words) => {
    expect(scheduleInWords(schedule)).toBe(words);
  });

  it.each(["", "every day", "0 25 * * *", "1 2 3 4", "60 * * * *"])("says nothing of %j", (schedule) => {
    expect(scheduleInWords(schedule)).toBeUndefined();
  });
});
