import type { ComponentUnit } from "./check/checkComponents";
import type { Units } from "./check/unit";
import type { ComponentEntry } from "./manifest";
import type { Range } from "./problem";
import { type Follow, mergedEntries, type Solid } from "./syntax/follow";
import type { Entry, MapNode, Node, ScalarNode } from "./syntax/node";
import { keyOf, PlacedEntry } from "./syntax/place";

/** The components of a manifest, in the text's order, `<<` merged in. */
export function componentsOf(root: Node | undefined, follow: Follow, units: Units<ComponentUnit>): ComponentEntry[] {
  const map = childOf(follow(root), "components", follow);
  if (map?.kind !== "map") return [];
  return mergedEntries(map, follow).map((entry) => {
    const type = entry instanceof PlacedEntry ? units.get(entry.green)?.type : undefined;
    return new ComponentView(entry, type, follow);
  });
}

/** The value of a map's entry, aliases and merges followed. */
export function childOf(map: Solid | undefined, name: string, follow: Follow): Solid | undefined {
  if (map?.kind !== "map") return undefined;
  return follow(mergedEntries(map, follow).find((entry) => keyOf(entry).value === name)?.value);
}

/** Places nothing before it is asked for: most of a thousand components are not, at a keystroke. */
class ComponentView implements ComponentEntry {
  readonly name: string;
  readonly range: Range;
  readonly #entry: Entry;
  readonly #follow: Follow;

  constructor(
    entry: Entry,
    readonly type: string | undefined,
    follow: Follow,
  ) {
    this.name = String(keyOf(entry).value);
    this.range = entry.range;
    this.#entry = entry;
    this.#follow = follow;
  }

  get key(): ScalarNode {
    return this.#entry.key;
  }

  get value(): MapNode | undefined {
    const value = this.#follow(this.#entry.value);
    return value?.kind === "map" ? value : undefined;
  }
}
