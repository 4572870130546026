import { isChoice } from "../check/mergeMaps";
import type { Json } from "../edit/operation";
import { alternatives, childSchema, type Schema } from "../schema";
import { isJsonMap, whole } from "./values";

/**
 * A base with an environment's changes: maps are merged key by key; lists, plain values and choices are replaced, and so
 * is one of several keys that exclude each other.
 */
export function mergeJson(
  base: Json | undefined,
  change: Json | undefined,
  schema: Schema | undefined,
): Json | undefined {
  if (change === undefined) return base;
  const before = isJsonMap(change) ? whole(base, schema) : base;
  if (!isJsonMap(before) || !isJsonMap(change) || isChoice(schema)) return change;
  const merged = new Map(Object.entries(before));
  const choices = alternatives(schema);
  const chosen = choices.find((key) => Object.hasOwn(change, key));
  if (chosen !== undefined) for (const key of choices) if (key !== chosen) merged.delete(key);
  for (const [key, value] of Object.entries(change)) {
    merged.set(key, mergeJson(merged.get(key), value, childSchema(schema, key)) ?? value);
  }
  return Object.fromEntries(merged);
}
