import { isChoice } from "../check/mergeMaps";
import type { Json } from "../edit/operation";
import { childSchema, type Schema } from "../schema";
import { isJsonMap } from "./values";

/** A base with an environment's changes: maps are merged key by key; lists, plain values and choices are replaced. */
export function mergeJson(
  base: Json | undefined,
  change: Json | undefined,
  schema: Schema | undefined,
): Json | undefined {
  if (change === undefined) return base;
  if (!isJsonMap(base) || !isJsonMap(change) || isChoice(schema)) return change;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(change)) {
    merged.set(key, mergeJson(merged.get(key), value, childSchema(schema, key)) ?? value);
  }
  return Object.fromEntries(merged);
}
