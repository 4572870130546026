import { type CronSchedule, isEvery, readCron } from "../manifest/cron";

/** What a cron schedule means: "Monday to Friday at 09:00". Undefined for what is no schedule. */
export function scheduleInWords(schedule: string): string | undefined {
  const cron = readCron(schedule);
  if ("reason" in cron) return undefined;
  const days = daysOf(cron);
  const time = timeOf(cron);
  if (days === undefined) return time.startsWith("every") ? time : `every day ${time}`;
  return time.startsWith("every") ? `${time}, ${days}` : `${days} ${time}`;
}

/** Undefined: every day of the year. */
function daysOf({ daysOfMonth, daysOfWeek, months }: CronSchedule): string | undefined {
  const everyDate = isEvery.dayOfMonth(daysOfMonth);
  const everyWeekday = isEvery.dayOfWeek(daysOfWeek);
  const everyMonth = isEvery.month(months);
  const dates = `day ${list(daysOfMonth.map(String))} of ${everyMonth ? "every month" : named(months, monthNames, 1)}`;
  const weekdays = named(daysOfWeek, weekdayNames, 0);
  const inMonths = everyMonth ? "" : ` in ${named(months, monthNames, 1)}`;
  if (everyWeekday && everyDate) return everyMonth ? undefined : `every day${inMonths}`;
  if (everyWeekday) return dates;
  // Where both days are given, cron means either.
  return everyDate ? `${weekdays}${inMonths}` : `${dates} and every ${weekdays}${inMonths}`;
}

function timeOf({ minutes, hours }: CronSchedule): string {
  const [minute = 0] = minutes;
  const everyHour = isEvery.hour(hours);
  if (everyHour) {
    if (isEvery.minute(minutes)) return "every minute";
    const step = stepOf(minutes, 60);
    if (step !== undefined) return `every ${step} minutes`;
    if (minutes.length > 1) return `every hour at minutes ${list(minutes.map(String))}`;
    return minute === 0 ? "every hour" : `every hour at minute ${minute}`;
  }
  const step = stepOf(hours, 24);
  if (minutes.length === 1 && step !== undefined && hours.length > 2) {
    return `every ${step} hours${minute === 0 ? "" : ` at minute ${minute}`}`;
  }
  if (minutes.length * hours.length <= 6) {
    return `at ${list(hours.flatMap((hour) => minutes.map((each) => `${two(hour)}:${two(each)}`)))}`;
  }
  const often = isEvery.minute(minutes) ? "every minute" : everyOf(minutes);
  return `${often} of the hours ${runs(hours, String)}`;
}

function everyOf(minutes: readonly number[]): string {
  const step = stepOf(minutes, 60);
  return step === undefined ? `every minute ${list(minutes.map(String))}` : `every ${step} minutes`;
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
      run.length > 2 ? [`${name(run[0] ?? 0)} to ${name(run.at(-1) ?? 0)}`] : run.map((value) => name(value)),
    ),
  );
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

const weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
