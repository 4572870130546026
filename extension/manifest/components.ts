import type { ComponentEntry } from "./manifest";
import type { Range } from "./problem";
import { type Follow, mergedEntries, type Solid } from "./syntax/follow";
import type { Entry, MapNode, Node, ScalarNode } from "./syntax/node";
import { PlacedEntry } from "./syntax/place";

/** The components of a manifest, in the text's order, `<<` merged in. */
export function componentsOf(root: Node | undefined, placed: Follow, green: Follow): readonly ComponentEntry[] {
  const map = childOf(placed(root), "components", placed);
  if (map?.kind !== "map") return [];
  return mergedEntries(map, placed).map((entry) => new ComponentView(entry, placed, green));
}

/** The value of a map's entry, aliases and merges followed. */
export function childOf(map: Solid | undefined, name: string, follow: Follow): Solid | undefined {
  if (map?.kind !== "map") return undefined;
  return follow(mergedEntries(map, follow).find(({ key }) => key.value === name)?.value);
}

/** Places nothing before it is asked for: most of a thousand components are not, at a keystroke. */
class ComponentView implements ComponentEntry {
  readonly name: string;
  readonly type: string | undefined;
  readonly range: Range;
  readonly #entry: Entry;
  readonly #follow: Follow;

  constructor(entry: Entry, placed: Follow, green: Follow) {
    const fromChunk = entry instanceof PlacedEntry ? entry.green : undefined;
    const follow = fromChunk ? green : placed;
    const type = childOf(follow((fromChunk ?? entry).value), "type", follow);
    this.name = String((fromChunk ?? entry).key.value);
    this.type = type?.kind === "scalar" && typeof type.value === "string" ? type.value : undefined;
    this.range = entry.range;
    this.#entry = entry;
    this.#follow = placed;
  }

  get key(): ScalarNode {
    return this.#entry.key;
  }

  get value(): MapNode | undefined {
    const value = this.#follow(this.#entry.value);
    return value?.kind === "map" ? value : undefined;
  }
}
