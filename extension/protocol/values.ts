import type { Json, Position } from "../manifest/edit/operation";
import type { Path } from "../manifest/problem";
import { type Check, either, finite, isPlain, list, text } from "./check";

/** Bounds for what crosses between canvas and host. They are far beyond any manifest, and stop nonsense early. */
export const most = {
  name: 1_000,
  text: 100_000,
  items: 10_000,
  depth: 32,
  nodes: 100_000,
  /** As large as a manifest can be. */
  pasted: 1_000_000,
  image: 50_000_000,
} as const;

export const name = text(most.name);

/** Any text that is shown. */
export const words = text(most.text);

/** Any key but the one that an assignment could mistake for an object's prototype. */
export const key: Check<string> = (value): value is string => name(value) && value !== "__proto__";

const index: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const path: Check<Path> = list(either(key, index), most.depth);

/** A path as a manifest may have it, however odd its keys. */
export const anyPath: Check<Path> = list(either(words, index), most.depth * 4);

export const position: Check<Position> = (value): value is Position =>
  Array.isArray(value) && value.length === 2 && finite(value[0]) && finite(value[1]);

/** JSON of bounded size and depth. `keys` says which keys its maps may have. */
export function json(keys: Check<string>): Check<Json> {
  return (value): value is Json => {
    let left: number = most.nodes;
    const check = (at: unknown, depth: number): boolean => {
      left -= 1;
      if (left < 0 || depth > most.depth) return false;
      if (at === null || typeof at === "boolean" || finite(at)) return true;
      if (typeof at === "string") return at.length <= most.text;
      if (Array.isArray(at)) return at.length <= most.items && [...at].every((item) => check(item, depth + 1));
      return isPlain(at) && Object.entries(at).every(([name, field]) => keys(name) && check(field, depth + 1));
    };
    return check(value, 0);
  };
}

/** A map of JSON values. */
export function jsonMap(keys: Check<string>): Check<{ readonly [key: string]: Json }> {
  const check = json(keys);
  return (value): value is { readonly [key: string]: Json } => isPlain(value) && check(value);
}
