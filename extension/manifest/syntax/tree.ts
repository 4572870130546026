import { t } from "../l10n";
import type { Problem, Range } from "../problem";
import { type Aliases, resolveAliases } from "./aliases";
import type { Chunk } from "./chunk";
import { duplicateKeys } from "./duplicateKeys";
import { limits, refuse } from "./limits";
import type { Entry, MapNode, Node } from "./node";
import { parseChunk } from "./parseChunk";
import { keyOf, Placed } from "./place";
import { type Piece, type Split, split } from "./split";

/** One version of the text as a tree, with what is wrong with its syntax. */
export interface Tree extends Aliases {
  readonly text: string;
  readonly root: Node | undefined;
  /** Chunks that hold anchors, in the text's order. */
  readonly anchored: readonly Chunk[];
  readonly cache: ChunkCache;
}

/** What the next version may use again, by text. */
export interface ChunkCache {
  readonly entries: ReadonlyMap<string, Chunk>;
  readonly documents: ReadonlyMap<string, Chunk>;
}

const nothing: ChunkCache = { entries: new Map(), documents: new Map() };

/** Parses a text; chunks whose text `previous` had are taken from there. */
export function parseTree(text: string, previous?: Tree): Tree {
  const cache = previous?.cache ?? nothing;
  const refused = (problem: Problem): Tree => {
    return { text, root: undefined, problems: [problem], targets: new Map(), anchored: [], cache };
  };
  const refusal = refuse(text);
  if (refusal !== undefined) return refused(refusal);
  const parts = split(text);
  const crowd = parts.pieces.map(({ children }) => children ?? []).find(({ length }) => length > limits.entries);
  const excess = tooMany(parts.pieces) ?? (crowd && tooMany(crowd));
  if (excess !== undefined) return refused(excess);
  const tree = new TreeBuilder(text, cache).build(parts);
  const dense = tree.root?.kind === "map" ? tooManyBelow(tree.root) : undefined;
  return dense === undefined ? tree : refused(dense);
}

/** A manifest that is one flow map is not cut, so that its entries are counted in the tree. */
function tooManyBelow({ entries }: MapNode): Problem | undefined {
  for (const entry of entries) {
    const { value } = entry;
    if (value?.kind !== "map" || !cut.has(String(keyOf(entry).value))) continue;
    const excess = tooMany(value.entries.length > limits.entries ? value.entries.map(({ range }) => range) : []);
    if (excess !== undefined) return excess;
  }
  return tooMany(entries.length > limits.entries ? entries.map(({ range }) => range) : []);
}

const cut: ReadonlySet<string> = new Set(["components", "environments", "canvas"]);

function tooMany(entries: readonly Range[]): Problem | undefined {
  const first = entries[limits.entries];
  if (first === undefined) return undefined;
  const message = t`From here on there is more than can be read: there can be ${limits.entries} entries here, and there are ${entries.length}.`;
  return { code: "too-large", severity: "error", message, range: { start: first.start, end: first.start + 1 } };
}

class TreeBuilder {
  readonly #placed: Placed[] = [];
  readonly #problems: Problem[] = [];
  readonly #entries = new Map<string, Chunk>();
  readonly #documents = new Map<string, Chunk>();
  /** How much the slower parser may still be given. */
  #allowance: number = limits.effort;

  constructor(
    readonly text: string,
    readonly cache: ChunkCache,
  ) {}

  build(parts: Split): Tree {
    const { second } = parts;
    const root = this.#root(parts);
    const placed = this.#placed;
    for (const each of placed) {
      for (const problem of each.chunk.problems) this.#problems.push(each.problem(problem));
    }
    if (second !== undefined) {
      this.#problems.push({
        code: "several-documents",
        severity: "error",
        message: t`A second document begins here. A manifest is one document; put the other into a file of its own.`,
        range: second,
      });
    }
    const { targets, problems } = resolveAliases(placed);
    return {
      text: this.text,
      root,
      problems: [...this.#problems, ...problems],
      targets,
      anchored: placed.filter(({ chunk }) => chunk.anchors.length > 0).map(({ chunk }) => chunk),
      cache: { entries: this.#entries, documents: this.#documents },
    };
  }

  #root({ pieces, end, whole: isWhole }: Split): Node | undefined {
    const [first] = pieces;
    if (first === undefined) return undefined;
    const whole = (): Node | undefined => {
      this.#placed.length = 0;
      this.#problems.length = 0;
      const only = this.#place(first.start, end, false);
      return only.chunk.root && only.node(only.chunk.root);
    };
    if (isWhole) return whole();
    const entries: Entry[] = [];
    let bare = true;
    for (const piece of pieces) {
      const found = this.#entriesOf(piece);
      if (found.some(({ chunk }) => !chunk.bare)) bare = false;
      entries.push(...found.map(({ entry }) => entry).filter((entry) => entry !== undefined));
    }
    return bare ? whole() : this.#join(entries);
  }

  #entriesOf(piece: Piece): { chunk: Chunk; entry: Entry | undefined }[] {
    const children = piece.children ?? [];
    const count = this.#placed.length;
    const header = this.#place(piece.start, children[0]?.start ?? piece.end, true);
    const headerEntry = entriesOf(header)[0];
    if (children.length === 0 || headerEntry === undefined) {
      return entriesOf(header).map((entry) => ({ chunk: header.chunk, entry }));
    }
    const placed = children.map((child) => this.#place(child.start, child.end, true));
    if (placed.every(({ chunk }) => chunk.bare)) {
      // Lines without any colon are one scalar of several lines.
      this.#placed.length = count;
      const all = this.#place(piece.start, piece.end, true);
      return entriesOf(all).map((entry) => ({ chunk: all.chunk, entry }));
    }
    const value = this.#join(placed.flatMap(entriesOf));
    const range = { start: headerEntry.range.start, end: value.range.end };
    return [{ chunk: header.chunk, entry: { key: headerEntry.key, value, range } }];
  }

  #join(entries: readonly Entry[]): MapNode {
    this.#problems.push(...duplicateKeys(entries));
    const start = entries[0]?.range.start ?? 0;
    return { kind: "map", flow: false, entries, range: { start, end: entries.at(-1)?.range.end ?? start } };
  }

  #place(start: number, end: number, entry: boolean): Placed {
    const text = this.text.slice(start, end);
    const [made, kept] = entry ? [this.#entries, this.cache.entries] : [this.#documents, this.cache.documents];
    const twin = made.get(text);
    // Aliases are told apart by their nodes, so chunks that hold some must not be shared inside one version.
    const shared = twin !== undefined && twin.aliases.length + twin.anchors.length === 0;
    const chunk = shared ? twin : this.#parse(text, entry, twin === undefined ? kept.get(text) : undefined);
    made.set(text, chunk);
    const placed = new Placed(chunk, start);
    this.#placed.push(placed);
    return placed;
  }

  /** What was kept counts as if it were parsed now, so that a text is read the same with and without a version before. */
  #parse(text: string, entry: boolean, kept: Chunk | undefined): Chunk {
    const usable = kept !== undefined && kept.effort <= this.#allowance;
    const chunk = usable ? kept : parseChunk(text, entry, this.#allowance);
    if (Number.isFinite(chunk.effort)) this.#allowance -= chunk.effort;
    return chunk;
  }
}

function entriesOf(placed: Placed): Entry[] {
  const { root } = placed.chunk;
  return root?.kind === "map" ? root.entries.map((entry) => placed.entry(entry)) : [];
}
