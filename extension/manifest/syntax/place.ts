import type { Problem, Range } from "../problem";
import type { Chunk } from "./chunk";
import type { AliasNode, Entry, MapNode, Node, ScalarNode, SequenceNode } from "./node";

/**
 * A chunk where it stands in one version of the text. Its nodes are placed when they are first asked for, once each:
 * the "red" side of the tree.
 */
export class Placed {
  #nodes: Map<Node, Node> | undefined;

  constructor(
    readonly chunk: Chunk,
    /** The offset of the chunk's first character. */
    readonly base: number,
  ) {}

  node(green: Node): Node {
    this.#nodes ??= new Map();
    const known = this.#nodes.get(green);
    if (known !== undefined) return known;
    const made = this.#make(green);
    this.#nodes.set(green, made);
    return made;
  }

  scalar(green: ScalarNode): ScalarNode {
    return this.node(green) as ScalarNode;
  }

  entry(green: Entry): PlacedEntry {
    return new PlacedEntry(green, this);
  }

  range(range: Range): Range {
    return { start: range.start + this.base, end: range.end + this.base };
  }

  problem(problem: Problem): Problem {
    return {
      ...problem,
      range: this.range(problem.range),
      ...(problem.related && {
        related: problem.related.map((related) => ({ ...related, range: this.range(related.range) })),
      }),
    };
  }

  #make(green: Node): Node {
    if (green.kind === "map") return new PlacedMap(green, this);
    if (green.kind === "sequence") return new PlacedSequence(green, this);
    return green.kind === "scalar" ? new PlacedScalar(green, this) : new PlacedAlias(green, this);
  }
}

export class PlacedEntry implements Entry {
  readonly range: Range;

  constructor(
    readonly green: Entry,
    readonly placed: Placed,
  ) {
    this.range = placed.range(green.range);
  }

  get key(): ScalarNode {
    return this.placed.scalar(this.green.key);
  }

  get value(): Node | undefined {
    return this.green.value && this.placed.node(this.green.value);
  }
}

/** An entry's key to read, not to point at: in a chunk's terms when it comes from one, so that nothing is placed. */
export function keyOf(entry: Entry): ScalarNode {
  return entry instanceof PlacedEntry ? entry.green.key : entry.key;
}

/** Where a placed node comes from. */
export interface Origin {
  readonly green: Node;
  readonly placed: Placed;
}

const origin = Symbol("origin");

/** What a node was placed from; undefined for a map that was put together from several chunks. */
export function originOf(node: Node): Origin | undefined {
  return (node as { readonly [origin]?: Origin })[origin];
}

class PlacedMap implements MapNode {
  readonly kind = "map";
  readonly flow: boolean;
  readonly range: Range;
  declare readonly anchor?: string;
  readonly #green: MapNode;
  readonly #placed: Placed;
  #entries: readonly Entry[] | undefined;

  constructor(green: MapNode, placed: Placed) {
    this.#green = green;
    this.#placed = placed;
    this.flow = green.flow;
    this.range = placed.range(green.range);
    if (green.anchor !== undefined) this.anchor = green.anchor;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= this.#green.entries.map((entry) => this.#placed.entry(entry));
    return this.#entries;
  }

  get [origin](): Origin {
    return { green: this.#green, placed: this.#placed };
  }
}

class PlacedSequence implements SequenceNode {
  readonly kind = "sequence";
  readonly flow: boolean;
  readonly range: Range;
  declare readonly anchor?: string;
  readonly #green: SequenceNode;
  readonly #placed: Placed;
  #items: readonly Node[] | undefined;

  constructor(green: SequenceNode, placed: Placed) {
    this.#green = green;
    this.#placed = placed;
    this.flow = green.flow;
    this.range = placed.range(green.range);
    if (green.anchor !== undefined) this.anchor = green.anchor;
  }

  get items(): readonly Node[] {
    this.#items ??= this.#green.items.map((item) => this.#placed.node(item));
    return this.#items;
  }

  get [origin](): Origin {
    return { green: this.#green, placed: this.#placed };
  }
}

class PlacedScalar implements ScalarNode {
  readonly kind = "scalar";
  readonly value: ScalarNode["value"];
  readonly style: ScalarNode["style"];
  readonly range: Range;
  declare readonly anchor?: string;
  readonly #green: ScalarNode;
  readonly #placed: Placed;

  constructor(green: ScalarNode, placed: Placed) {
    this.#green = green;
    this.#placed = placed;
    this.value = green.value;
    this.style = green.style;
    this.range = placed.range(green.range);
    if (green.anchor !== undefined) this.anchor = green.anchor;
  }

  get [origin](): Origin {
    return { green: this.#green, placed: this.#placed };
  }
}

class PlacedAlias implements AliasNode {
  readonly kind = "alias";
  readonly name: string;
  readonly range: Range;
  readonly #green: AliasNode;
  readonly #placed: Placed;

  constructor(green: AliasNode, placed: Placed) {
    this.#green = green;
    this.#placed = placed;
    this.name = green.name;
    this.range = placed.range(green.range);
  }

  get [origin](): Origin {
    return { green: this.#green, placed: this.#placed };
  }
}
