import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maintenanceWindow } from "../../extension/targets/aws/maintenanceWindow";

describe("the weekly window", () => {
  it.each([
    ["02:00-03:00", "sun:03:30-sun:04:30"],
    ["22:45-23:45", "mon:00:15-mon:01:15"],
    ["23:30-00:30", "sun:01:00-sun:02:00"],
    ["00:30-00:00", "sun:00:00-sun:00:30"],
    ["00:20-00:00", undefined],
  ])("after a backup at %s is %s", (backup, window) => {
    expect(maintenanceWindow(backup)).toBe(window);
  });

  it("never overlaps with the daily backup, and has the half hour that RDS needs", () => {
    const time = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(time, time, (start, end) => {
        fc.pre(start !== end);
        const window = maintenanceWindow(`${clock(start)}-${clock(end)}`);
        if (window === undefined) return;
        const [from = 0, to = 0] = window.split("-").map(position);
        expect(to - from).toBeGreaterThanOrEqual(30);
        const length = (end - start + 1440) % 1440;
        for (let minute = from; minute < to; minute += 1) {
          expect((minute - start + 1440) % 1440, `${window} at ${minute}`).toBeGreaterThanOrEqual(length);
        }
      }),
    );
  });
});

const two = (value: number) => String(value).padStart(2, "0");
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Minutes since Sunday, 00:00. */
function position(moment: string): number {
  const [day, hours, minutes] = moment.split(":");
  return (day === "sun" ? 0 : 1440) + Number(hours) * 60 + Number(minutes);
}
