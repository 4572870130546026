import { type CronSchedule, isEvery, readCron } from "../manifest/cron";
import { t } from "../manifest/l10n";

/** What a cron schedule means: "Monday to Friday at 09:00". Undefined for what is no schedule. */
export function scheduleInWords(schedule: string): string | undefined {
  const cron = readCron(schedule);
  if ("reason" in cron) return undefined;
  const days = daysOf(cron);
  const { time, isOften } = timeOf(cron);
  if (days === undefined) return isOften ? time : t`every day ${time}`;
  return isOften ? `${time}, ${days}` : `${days} ${time}`;
}

/** Undefined: every day of the year. */
function daysOf({ daysOfMonth, daysOfWeek, months }: CronSchedule): string | undefined {
  const everyDate = isEvery.dayOfMonth(daysOfMonth);
  const everyWeekday = isEvery.dayOfWeek(daysOfWeek);
  const everyMonth = isEvery.month(months);
  const dates = t`day ${list(daysOfMonth.map(String))} of ${everyMonth ? t`every month` : named(months, monthNames, 1)}`;
  const weekdays = named(daysOfWeek, weekdayNames, 0);
  const inMonths = everyMonth ? "" : t` in ${named(months, monthNames, 1)}`;
  if (everyWeekday && everyDate) return everyMonth ? undefined : t`every day${inMonths}`;
  if (everyWeekday) return dates;
  // Where both days are given, cron means either.
  return everyDate ? `${weekdays}${inMonths}` : t`${dates} and every ${weekdays}${inMonths}`;
}

interface Time {
  readonly time: string;
  /** Rather every so often than at certain times. */
  readonly isOften: boolean;
}

function timeOf({ minutes, hours }: CronSchedule): Time {
  const often = everySoOften({ minutes, hours });
  if (often !== undefined) return { time: often, isOften: true };
  const times = hours.flatMap((hour) => minutes.map((each) => `${two(hour)}:${two(each)}`));
  if (times.length <= 6) return { time: t`at ${list(times)}`, isOften: false };
  const within = isEvery.minute(minutes) ? t`every minute` : everyOf(minutes);
  return { time: t`${within} of the hours ${runs(hours, String)}`, isOften: true };
}

function everySoOften({ minutes, hours }: Pick<CronSchedule, "minutes" | "hours">): string | undefined {
  const [minute = 0] = minutes;
  const everyHour = isEvery.hour(hours);
  if (everyHour) {
    if (isEvery.minute(minutes)) return t`every minute`;
    const step = stepOf(minutes, 60);
    if (step !== undefined) return t`every ${step} minutes`;
    if (minutes.length > 1) return t`every hour at minutes ${list(minutes.map(String))}`;
    return minute === 0 ? t`every hour` : t`every hour at minute ${minute}`;
  }
  const step = stepOf(hours, 24);
  if (minutes.length === 1 && step !== undefined && hours.length > 2) {
    return t`every ${step} hours${minute === 0 ? "" : t` at minute ${minute}`}`;
  }
  return undefined;
}

function everyOf(minutes: readonly number[]): string {
  const step = stepOf(minutes, 60);
  return step === undefined ? t`every minute ${list(minutes.map(String))}` : t`every ${step} minutes`;
}

/** The step of values that run evenly from 0 through all of the field. */
function stepOf(values: readonly number[], all: number): number | undefined {
  const step = values[1];
  if (step === undefined || values[0] !== 0 || all % step !== 0 || values.length !== all / step) return undefined;
  return values.every((value, index) => value === index * step) ? step : undefined;
}

function named(values: readonly number[], names: readonly string[], first: number): string {
  return runs(values, (value) => names[value - first] ?? "");
}

/** Three and more in a row are "from to". */
function runs(values: readonly number[], name: (value: number) => string): string {
  const found: number[][] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === value - 1) last.push(value);
    else found.push([value]);
  }
  return list(
    found.flatMap((run) =>
      run.length > 2 ? [t`${name(run[0] ?? 0)} to ${name(run.at(-1) ?? 0)}`] : run.map((value) => name(value)),
    ),
  );
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : t`${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

const weekdayNames = [t`Sunday`, t`Monday`, t`Tuesday`, t`Wednesday`, t`Thursday`, t`Friday`, t`Saturday`];
const monthNames = [
  t`January`,
  t`February`,
  t`March`,
  t`April`,
  t`May`,
  t`June`,
  t`July`,
  t`August`,
  t`September`,
  t`October`,
  t`November`,
  t`December`,
];
