import { isChoice } from "../check/mergeMaps";
import type { Json } from "../edit/operation";
import type { Range } from "../problem";
import { childSchema, type Schema } from "../schema";
import { type Follow, isMergeKey, mergedEntries } from "../syntax/follow";
import { nodeToJson } from "../syntax/json";
import type { Entry, MapNode, Node } from "../syntax/node";

/** An entry of an override, and the base's that says the same. */
export interface Same {
  readonly name: string;
  readonly range: Range;
  readonly base: Range;
}

/** Entries that an environment writes without changing anything. Those behind an alias or a merge are shared, and right. */
export function sameAsBase(override: MapNode, base: Node | undefined, schema: Schema, follow: Follow): readonly Same[] {
  const before = follow(base);
  if (before?.kind !== "map") return [];
  const found: Same[] = [];
  const bases = new Map(mergedEntries(before, follow).map((entry) => [entry.key.value, entry]));
  for (const entry of override.entries) {
    const other = bases.get(entry.key.value);
    if (other !== undefined && !isMergeKey(entry.key)) found.push(...compare(entry, other, schema, follow));
  }
  return found;
}

function compare(entry: Entry, base: Entry, schema: Schema, follow: Follow): readonly Same[] {
  const { value } = entry;
  if (value === undefined || value.kind === "alias" || value.anchor !== undefined) return [];
  const child = childSchema(schema, String(entry.key.value)) ?? {};
  if (value.kind === "map" && value.entries.length > 0 && !isChoice(child))
    return sameAsBase(value, base.value, child, follow);
  if (base.value === undefined || !isEqual(nodeToJson(value, follow), nodeToJson(base.value, follow))) return [];
  return [{ name: String(entry.key.value), range: entry.range, base: base.range }];
}

const isEqual = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);
