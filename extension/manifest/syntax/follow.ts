import type { AliasNode, Entry, MapNode, Node, ScalarNode } from "./node";
import { keyOf, originOf } from "./place";
import type { Tree } from "./tree";

/** A node that is not an alias. */
export type Solid = Exclude<Node, AliasNode>;

/** What an alias stands for, or undefined where it leads nowhere. */
export type Follow = (node: Node | undefined) => Solid | undefined;

/** For nodes as they are placed in this version. */
export function followPlaced(tree: Tree): Follow {
  return (node) => {
    let found = node;
    while (found?.kind === "alias") {
      const green = originOf(found)?.green;
      const target = green?.kind === "alias" ? tree.targets.get(green) : undefined;
      found = target?.placed.node(target.node);
    }
    return found;
  };
}

/** For nodes of chunks, whose offsets are relative. */
export function followGreen(tree: Tree): Follow {
  return (node) => {
    let found = node;
    while (found?.kind === "alias") found = tree.targets.get(found)?.node;
    return found;
  };
}

/** `<<` without quotes. */
export const isMergeKey = (key: ScalarNode): boolean => key.value === "<<" && key.style === "plain";

/**
 * The entries of a map with `<<` merged in: its own first, then those of each merged map in order. A key that is there
 * already is left out.
 */
export function mergedEntries(map: MapNode, follow: Follow): readonly Entry[] {
  if (!map.entries.some(isMerge)) return withoutDuplicates(map.entries);
  const known = merged.get(follow) ?? new WeakMap<MapNode, readonly Entry[]>();
  const before = known.get(map);
  if (before !== undefined) return before;
  const entries = [...map.entries.filter((entry) => !isMerge(entry))];
  for (const entry of map.entries) {
    if (!isMerge(entry)) continue;
    for (const source of mergeSources(entry.value, follow)) entries.push(...mergedEntries(source, follow));
  }
  const all = withoutDuplicates(entries);
  merged.set(follow, known.set(map, all));
  return all;
}

/** What was merged, for as long as somebody follows aliases in that version: many ask the same of the same map. */
const merged = new WeakMap<Follow, WeakMap<MapNode, readonly Entry[]>>();

const isMerge = (entry: Entry): boolean => isMergeKey(keyOf(entry));

/** The maps that `<<` names: one, or a list. */
export function mergeSources(value: Node | undefined, follow: Follow): readonly MapNode[] {
  const found = follow(value);
  if (found?.kind === "map") return [found];
  if (found?.kind !== "sequence") return [];
  return found.items.map(follow).filter((item) => item?.kind === "map");
}

function withoutDuplicates(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length <= few && !hasDuplicates(entries)) return entries;
  const seen = new Set<unknown>();
  const kept = entries.filter((entry) => {
    const name = keyOf(entry).value;
    return !seen.has(name) && seen.add(name);
  });
  return kept.length === entries.length ? entries : kept;
}

/** Up to so many entries, comparing each with each is quicker than a set of them. */
const few = 12;

function hasDuplicates(entries: readonly Entry[]): boolean {
  for (let index = 1; index < entries.length; index++) {
    const entry = entries[index];
    const name = entry && keyOf(entry).value;
    for (let other = 0; other < index; other++) {
      const before = entries[other];
      if (before !== undefined && keyOf(before).value === name) return true;
    }
  }
  return false;
}
