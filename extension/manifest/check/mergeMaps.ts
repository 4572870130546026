import type { Schema } from "../schema";
import { alternatives, childSchema } from "../schema";
import { type Follow, mergedEntries } from "../syntax/follow";
import type { Entry, MapNode } from "../syntax/node";

/** A map of which one key only can be there: a choice, which an override replaces whole. */
export const isChoice = (schema: Schema | undefined): boolean => schema?.maxProperties === 1;

/**
 * What an override makes of a base: maps are merged key by key, everything else is replaced. The result's nodes keep
 * the offsets of where they come from, so that these mean nothing.
 */
export function mergeMaps(base: MapNode, override: MapNode, schema: Schema | undefined, follow: Follow): MapNode {
  const changes = new Map(mergedEntries(override, follow).map((entry) => [entry.key.value, entry]));
  const choices = alternatives(schema);
  const isChosen = choices.some((key) => changes.has(key));
  const kept = mergedEntries(base, follow).filter(
    ({ key }) => !isChosen || changes.has(key.value) || !choices.includes(String(key.value)),
  );
  const entries = kept.map((entry): Entry => {
    const change = changes.get(entry.key.value);
    if (change === undefined) return entry;
    changes.delete(entry.key.value);
    const [before, after] = [follow(entry.value), follow(change.value)];
    const child = childSchema(schema, String(entry.key.value));
    if (before?.kind !== "map" || after?.kind !== "map" || isChoice(child)) return change;
    return { ...change, value: mergeMaps(before, after, child, follow) };
  });
  return { kind: "map", flow: false, range: base.range, entries: [...entries, ...changes.values()] };
}
