/** Says whether a value of unknown origin is a `T`, and nothing more than that. Never throws. */
export type Check<T> = (value: unknown) => value is T;

interface Optional<T> {
  readonly optional: Check<T>;
}

/** Each field of `T` with its check; a field that `T` may leave out is wrapped in `optional`. */
type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Check<T[K]>;
};

export function optional<T>(check: Check<T>): Optional<T> {
  return { optional: check };
}

/** A plain object with exactly these fields. */
export function shape<T extends object>(fields: Fields<T>): Check<T> {
  const checks = new Map(Object.entries<Check<unknown> | Optional<unknown>>(fields));
  return (value): value is T => {
    if (!isPlain(value)) return false;
    for (const key of Object.keys(value)) if (!checks.has(key)) return false;
    for (const [key, check] of checks) {
      const field = Object.hasOwn(value, key) ? value[key] : undefined;
      if (typeof check === "function" ? !check(field) : field !== undefined && !check.optional(field)) return false;
    }
    return true;
  };
}

/** A plain object whose `tag` field chooses among the checks. */
export function variants<T extends object>(
  tag: keyof T & string,
  checks: { readonly [name: string]: Check<T> },
): Check<T> {
  return (value): value is T => {
    if (!isPlain(value)) return false;
    const name = Object.hasOwn(value, tag) ? value[tag] : undefined;
    return typeof name === "string" && Object.hasOwn(checks, name) && checks[name]?.(value) === true;
  };
}

/** A list without holes of at most `most` items. */
export function list<T>(check: Check<T>, most: number): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length <= most && [...value].every(check);
}

/** A plain object of any keys, as long as `keys` allows them. */
export function record<T>(check: Check<T>, most: number, keys: Check<string>): Check<{ readonly [key: string]: T }> {
  return (value): value is { readonly [key: string]: T } => {
    if (!isPlain(value)) return false;
    const entries = Object.entries(value);
    return entries.length <= most && entries.every(([key, field]) => keys(key) && check(field));
  };
}

/** A text of at most `most` UTF-16 code units. */
export function text(most: number): Check<string> {
  return (value): value is string => typeof value === "string" && value.length <= most;
}

export function oneOf<T extends string>(...words: readonly T[]): Check<T> {
  const known: ReadonlySet<unknown> = new Set(words);
  return (value): value is T => known.has(value);
}

export function only<T extends string | number | boolean | null>(wanted: T): Check<T> {
  return (value): value is T => value === wanted;
}

export function either<A, B>(a: Check<A>, b: Check<B>): Check<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

export const bool: Check<boolean> = (value): value is boolean => typeof value === "boolean";

export const finite: Check<number> = (value): value is number => Number.isFinite(value);

/** A whole number from 0 on. */
export const count: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** What `postMessage` can deliver of a plain object: no class, no getter. */
export function isPlain(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
