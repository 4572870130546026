import { t } from "./l10n";

/** A schedule of five fields, each as the sorted numbers that it stands for. */
export interface CronSchedule {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOfMonth: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly daysOfWeek: readonly number[];
}

interface Field {
  readonly first: number;
  readonly last: number;
  readonly names?: readonly string[];
}

const minute: Field = { first: 0, last: 59 };
const hour: Field = { first: 0, last: 23 };
const dayOfMonth: Field = { first: 1, last: 31 };
const month: Field = {
  first: 1,
  last: 12,
  names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
const dayOfWeek: Field = { first: 0, last: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] };

/** Reads `minute hour day month weekday` with lists, ranges, steps and names; what cannot be read says why. */
export function readCron(schedule: string): CronSchedule | { readonly reason: string } {
  try {
    return parse(schedule);
  } catch (error) {
    if (error instanceof Unreadable) return { reason: error.message };
    throw error;
  }
}

function parse(schedule: string): CronSchedule {
  const [minutes = "", hours = "", days = "", months = "", weekdays = "", ...rest] = schedule.trim().split(/\s+/);
  if (weekdays === "" || rest.length > 0) throw unreadable(t`it does not have five fields`);
  return {
    minutes: parseField(minutes, minute),
    hours: parseField(hours, hour),
    daysOfMonth: parseField(days, dayOfMonth),
    months: parseField(months, month),
    daysOfWeek: parseField(weekdays, dayOfWeek),
  };
}

/** All days of the week are in it, or all days of the month, and so on: the field says nothing. */
export const isEvery = {
  minute: (values: readonly number[]) => values.length === 60,
  hour: (values: readonly number[]) => values.length === 24,
  dayOfMonth: (values: readonly number[]) => values.length === 31,
  month: (values: readonly number[]) => values.length === 12,
  dayOfWeek: (values: readonly number[]) => values.length === 7,
};

function parseField(text: string, field: Field): number[] {
  const values = text.split(",").flatMap((item) => parseItem(item, field));
  return [...new Set(values)].sort((a, b) => a - b);
}

function parseItem(item: string, field: Field): number[] {
  const [range = "", stepText, extra] = item.split("/");
  const step = stepText === undefined ? 1 : Number(stepText);
  if (!Number.isInteger(step) || step < 1 || stepText === "" || extra !== undefined) {
    throw unreadable(t`"${item}" has no step that is a whole number from 1 up`);
  }
  const { first, last } = field;
  if (range === "*" || range === "?") return count(first, last, step);
  const [from = "", to, more] = range.split("-");
  if (more !== undefined) throw unreadable(t`"${item}" is no range`);
  const start = parseNumber(from, field);
  // A step after a single number runs to the end of the field.
  const end = to === undefined ? (stepText === undefined ? start : last) : parseNumber(to, field);
  if (field === dayOfWeek) {
    // 7 is Sunday as well: as an end it comes after Saturday, and names may run over the week's end.
    const to7 = end < start ? end + 7 : end;
    return count(start, to7, step).map((day) => day % 7);
  }
  if (end < start) throw unreadable(t`"${item}" runs backwards`);
  return count(start, end, step);
}

function parseNumber(text: string, field: Field): number {
  const named = field.names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return field.first + named;
  const value = Number(text);
  const last = field === dayOfWeek ? 7 : field.last;
  if (!/^[0-9]+$/.test(text) || value < field.first || value > last) {
    throw unreadable(t`"${text}" is not between ${field.first} and ${last}`);
  }
  return value;
}

function count(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

class Unreadable extends Error {}

function unreadable(why: string): Unreadable {
  return new Unreadable(why);
}
