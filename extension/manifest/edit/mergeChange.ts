import { isMap, sameJson } from "./difference";
import type { Json } from "./operation";

/**
 * What `wanted` comes to when its author saw `before` and there is `now`: maps are merged key by key. Undefined when both
 * changed the same thing differently.
 */
export function mergeChange(before: Json | undefined, now: Json | undefined, wanted: Json): Json | undefined {
  const merged = merge(before, now, wanted);
  return merged === conflict ? undefined : merged;
}

const conflict = Symbol("conflict");

function merge(
  before: Json | undefined,
  now: Json | undefined,
  wanted: Json | undefined,
): Json | undefined | typeof conflict {
  if (sameJson(before, now) || sameJson(now, wanted)) return wanted;
  if (sameJson(before, wanted)) return now;
  if (!isMap(now) || !isMap(wanted)) return conflict;
  const base = isMap(before) ? before : {};
  const entries: [string, Json][] = [];
  for (const key of new Set([...Object.keys(now), ...Object.keys(wanted)])) {
    const value = merge(own(base, key), own(now, key), own(wanted, key));
    if (value === conflict) return conflict;
    if (value !== undefined) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

function own(map: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
