import type { Json } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";

export type JsonMap = { readonly [key: string]: Json };

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a path; undefined where nothing is written. */
export function valueAt(from: Json | undefined, path: Path): Json | undefined {
  let value = from;
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === "number" ? value[step] : undefined;
    else if (isMap(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}

/** As environments do it: maps are merged key by key, anything else replaces. */
export function merge(base: Json | undefined, override: Json | undefined): Json | undefined {
  if (override === undefined) return base;
  if (!isMap(base) || !isMap(override)) return override;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(override)) {
    const both = merge(merged.get(key), value);
    if (both !== undefined) merged.set(key, both);
  }
  return Object.fromEntries(merged);
}

/** In one line, for a placeholder or a note. */
export function show(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}
