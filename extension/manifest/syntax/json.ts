import type { Json } from "../edit/operation";
import { type Follow, mergedEntries } from "./follow";
import type { Node } from "./node";
import { originOf } from "./place";

/**
 * A placed node as plain JSON, aliases and merges resolved. Maps have no prototype, so that any key is safe in them.
 * An alias that leads nowhere is null. What stands in an unchanged chunk without aliases is the same object in the next
 * version.
 */
export function nodeToJson(node: Node, follow: Follow): Json {
  const origin = originOf(node);
  if (origin === undefined || origin.placed.chunk.aliases.length > 0) return build(node, follow);
  const { green, placed } = origin;
  placed.chunk.json ??= new Map();
  const known = placed.chunk.json.get(green);
  if (known !== undefined) return known;
  const json = build(green, follow);
  placed.chunk.json.set(green, json);
  return json;
}

function build(node: Node | undefined, follow: Follow): Json {
  const found = follow(node);
  if (found === undefined) return null;
  if (found.kind === "scalar") return found.value;
  if (found.kind === "sequence") return found.items.map((item) => build(item, follow));
  const map: { [key: string]: Json } = Object.create(null);
  for (const { key, value } of mergedEntries(found, follow)) map[String(key.value)] = build(value, follow);
  return map;
}
