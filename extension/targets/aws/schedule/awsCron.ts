import { type CronSchedule, isEvery, parseCron } from "./cron";

/**
 * A schedule of five fields in AWS's notation: six fields, Sunday is 1, and one of the two day fields must be `?`.
 * Where both days are given, cron means either, and AWS needs two expressions; both fire on a day that fits both.
 * @returns `cron(...)`, once or twice. Throws a `SynthesisError` for what is no schedule.
 */
export function toAwsCron(schedule: string): readonly [string] | readonly [string, string] {
  const cron = parseCron(schedule);
  const everyDay = isEvery.dayOfMonth(cron.daysOfMonth);
  const everyWeekday = isEvery.dayOfWeek(cron.daysOfWeek);
  const byDate = expression(cron, compact(cron.daysOfMonth, everyDay), "?");
  const byWeekday = expression(
    cron,
    "?",
    compact(
      cron.daysOfWeek.map((day) => day + 1),
      everyWeekday,
    ),
  );
  if (everyWeekday) return [byDate];
  return everyDay ? [byWeekday] : [byDate, byWeekday];
}

function expression(cron: CronSchedule, day: string, weekday: string): string {
  const minute = compact(cron.minutes, isEvery.minute(cron.minutes));
  const hour = compact(cron.hours, isEvery.hour(cron.hours));
  const month = compact(cron.months, isEvery.month(cron.months));
  return `cron(${minute} ${hour} ${day} ${month} ${weekday} *)`;
}

/** Sorted numbers as a list of ranges: 1, 2, 3 and 7 give `1-3,7`. */
function compact(values: readonly number[], every: boolean): string {
  if (every) return "*";
  const runs: [number, number][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && value === last[1] + 1) last[1] = value;
    else runs.push([value, value]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from},${to}` : `${from}-${to}`))
    .join(",");
}
