/** When schedules run, by trying every day and time: an own reading of cron's and of AWS's rules, to hold the translation against. */

export interface Span {
  /** Milliseconds since 1970, at midnight UTC. */
  readonly from: number;
  readonly days: number;
}

interface Day {
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly date: number;
  readonly month: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** Crontab(5): a date field and a weekday field that both say something mean one or the other. */
export function cronMinutes(schedule: string, span: Span): number[] {
  const [minute = "", hour = "", date = "", month = "", weekday = ""] = schedule.toLowerCase().split(" ");
  const named = months.reduce((text, name, index) => text.replaceAll(name, String(index + 1)), month);
  const days = weekdays.reduce((text, name, index) => text.replaceAll(name, String(index)), weekday);
  const anyDate = count(1, 31).every((value) => fits(date, value, count(1, 31)));
  const anyDay = count(0, 6).every((value) => isDay(days, value));
  const times = timesOfDay(minute, hour);
  const runs = daysOf(span).filter((day) => {
    if (!fits(named, day.month, count(1, 12))) return false;
    const onDate = fits(date, day.date, count(1, 31));
    const onDay = isDay(days, day.weekday);
    return anyDate || anyDay ? (anyDate || onDate) && (anyDay || onDay) : onDate || onDay;
  });
  return product(runs, times);
}

/** EventBridge Scheduler: six fields, Sunday is 1, one of the day fields is `?`; of several expressions each one runs. */
export function awsMinutes(expressions: readonly string[], span: Span): number[] {
  const all = expressions.flatMap((expression) => {
    const match = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) \*\)$/.exec(expression);
    if (!match) throw new Error(`${expression} is no expression of AWS's`);
    const [, minute = "", hour = "", date = "", month = "", weekday = ""] = match;
    if ((date === "?") === (weekday === "?")) throw new Error(`${expression} must have one ?`);
    const runs = daysOf(span).filter(
      (day) =>
        fits(month, day.month, count(1, 12)) &&
        (date === "?" || fits(date, day.date, count(1, 31))) &&
        (weekday === "?" || fits(weekday, day.weekday + 1, count(1, 7))),
    );
    return product(runs, timesOfDay(minute, hour));
  });
  return [...new Set(all)].sort((a, b) => a - b);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Sunday is 0 and 7. */
function isDay(text: string, weekday: number): boolean {
  const all = count(0, 7);
  // `*` is 0 to 6: a step counts its days from Sunday on, once.
  const starred = text.split(",").some((item) => item.startsWith("*") && fits(item, weekday, count(0, 6)));
  const rest = text.split(",").filter((item) => !item.startsWith("*"));
  return starred || rest.some((item) => fits(item, weekday, all) || (weekday === 0 && fits(item, 7, all)));
}

function fits(text: string, value: number, all: readonly number[]): boolean {
  return text.split(",").some((item) => {
    const [range = "", step = "1"] = item.split("/");
    const [from = "", to = item.includes("/") ? String(all.at(-1)) : from] =
      range === "*" ? [all[0], all.at(-1)].map(String) : range.split("-");
    return value >= Number(from) && value <= Number(to) && (value - Number(from)) % Number(step) === 0;
  });
}

/** Minutes since midnight. */
function timesOfDay(minute: string, hour: string): number[] {
  const minutes = count(0, 59).filter((value) => fits(minute, value, count(0, 59)));
  const hours = count(0, 23).filter((value) => fits(hour, value, count(0, 23)));
  return hours.flatMap((h) => minutes.map((m) => h * 60 + m));
}

function daysOf({ from, days }: Span): Day[] {
  return count(0, days - 1).map((index) => {
    const time = new Date(from + index * 86_400_000);
    return { start: time.getTime(), date: time.getUTCDate(), month: time.getUTCMonth() + 1, weekday: time.getUTCDay() };
  });
}

function product(days: readonly Day[], times: readonly number[]): number[] {
  return days.flatMap((day) => times.map((time) => day.start + time * 60_000));
}

function count(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
