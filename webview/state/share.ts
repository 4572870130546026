/**
 * `next`, with every part that equals its part in `previous` replaced by that older object. So a component whose
 * description did not change keeps its identity from one picture to the next, and is not drawn again.
 */
export function share<Value>(previous: unknown, next: Value): Value {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(previous) && Array.isArray(next)) return shareArray(previous, next) as Value;
  if (isRecord(previous) && isRecord(next)) return shareRecord(previous, next) as Value;
  return next;
}

/** As `share`, for lists whose items have a name: an item is compared with the one of its name, wherever that stood. */
export function shareByKey<Item>(
  previous: readonly Item[] | undefined,
  next: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  if (previous === undefined) return next;
  const known = new Map(previous.map((item) => [keyOf(item), item]));
  const shared = next.map((item) => share(known.get(keyOf(item)), item));
  return isSameList(previous, shared) ? previous : shared;
}

export function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => Object.is(item, right[index]));
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((item, index) => share(previous[index], item));
  return isSameList(previous, shared) ? previous : shared;
}

function shareRecord(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  const entries = keys.map((key): [string, unknown] => {
    const value = share(Object.hasOwn(previous, key) ? previous[key] : undefined, next[key]);
    same &&= Object.hasOwn(previous, key) && Object.is(previous[key], value);
    return [key, value];
  });
  // `fromEntries` defines properties, so a component called `__proto__` stays a plain key.
  return same ? previous : Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
