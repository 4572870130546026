/** One difference between two values: where, and what stands there on each side. */
export interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Json = { readonly [key: string]: unknown };

/**
 * Compares two values as a person reads them: items of a list that have names are matched by their names, so that one
 * new environment variable is one difference and not one for each that stands behind it.
 */
export function compareProperties(before: unknown, after: unknown, path: readonly string[] = []): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compareProperties(own(before, key), own(after, key), [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const named = namedItems(before) && namedItems(after);
    if (named) return compareProperties(namedItems(before), namedItems(after), path);
    if (before.length === after.length) {
      return before.flatMap((item, index) => compareProperties(item, after[index], [...path, String(index)]));
    }
  }
  return [{ path: path.join("."), before, after }];
}

/** What names an item, and what it gives when it gives only one thing: `{ Name: "PORT", Value: "80" }` is PORT: 80. */
const names = ["Name", "Key", "Sid", "SourceVolume"] as const;
const contents = ["Value", "ValueFrom"] as const;

/** A list whose items all have different names, as a map from these; undefined for any other list. */
function namedItems(items: readonly unknown[]): Json | undefined {
  const map: Record<string, unknown> = Object.create(null);
  for (const item of items) {
    const name = isMap(item) ? names.find((key) => typeof own(item, key) === "string") : undefined;
    if (!isMap(item) || name === undefined) return undefined;
    const { [name]: called, ...rest } = item;
    if (typeof called !== "string" || called in map) return undefined;
    const keys = Object.keys(rest);
    const [only] = keys;
    map[called] = keys.length === 1 && contents.some((key) => key === only) ? rest[only ?? ""] : rest;
  }
  return map;
}

function isMap(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(map: Json, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
