import type { Range } from "./problem";
import { type Follow, isMergeKey, mergedEntries, type Solid } from "./syntax/follow";
import type { Entry, Node, ScalarNode } from "./syntax/node";

/**
 * A value to be read, with the place to report at: its own, or that of the alias or merge it comes in through.
 * Asking for what is not there, or is of another kind, gives nothing, so that half-written manifests can be read.
 */
export class Field {
  readonly #follow: Follow;
  readonly #via: Range | undefined;
  readonly #key: Range;
  #entries: readonly (readonly [string, Field])[] | undefined;
  readonly node: Solid | undefined;

  constructor(value: Node | undefined, key: Range, follow: Follow, via?: Range) {
    this.#follow = follow;
    this.#key = key;
    this.node = follow(value);
    this.#via = via ?? (value?.kind === "alias" ? value.range : undefined);
  }

  static of(entry: Entry, follow: Follow, via?: Range): Field {
    return new Field(entry.value, via ?? entry.key.range, follow, via);
  }

  /** Where its key stands. */
  get keyRange(): Range {
    return this.#key;
  }

  /** Where its value stands; its key, when there is none. */
  get range(): Range {
    return this.#via ?? this.node?.range ?? this.#key;
  }

  /** Written at the place that is reported at, so that stretches of it can be pointed to. */
  get scalar(): ScalarNode | undefined {
    return this.#via === undefined && this.node?.kind === "scalar" ? this.node : undefined;
  }

  get text(): string | undefined {
    return this.node?.kind === "scalar" && typeof this.node.value === "string" ? this.node.value : undefined;
  }

  get number(): number | undefined {
    return this.node?.kind === "scalar" && typeof this.node.value === "number" ? this.node.value : undefined;
  }

  get(name: string): Field | undefined {
    return this.entries.find(([key]) => key === name)?.[1];
  }

  get entries(): readonly (readonly [string, Field])[] {
    this.#entries ??= this.#read();
    return this.#entries;
  }

  #read(): readonly (readonly [string, Field])[] {
    const map = this.node;
    if (map?.kind !== "map") return [];
    const merge = map.entries.find(({ key }) => isMergeKey(key));
    const own = merge && new Set(map.entries);
    return mergedEntries(map, this.#follow).map((entry) => {
      const merged = own === undefined || own.has(entry) ? undefined : merge?.value?.range;
      return [String(entry.key.value), Field.of(entry, this.#follow, this.#via ?? merged)] as const;
    });
  }

  get items(): readonly Field[] {
    if (this.node?.kind !== "sequence") return [];
    return this.node.items.map((item) => new Field(item, this.#via ?? item.range, this.#follow, this.#via));
  }
}
