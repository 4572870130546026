import type { Problem } from "../problem";
import type { Walk } from "../shape/report";
import type { Follow } from "../syntax/follow";
import type { Entry, Node } from "../syntax/node";
import type { Placed, PlacedEntry } from "../syntax/place";
import type { Tree } from "../syntax/tree";

/** What was found out about an entry, in offsets relative to its chunk, so that it holds until the entry changes. */
export interface Unit {
  readonly problems: readonly Problem[];
  /** What the chunk's aliases stood for; when that changes, so may the findings. */
  readonly targets: readonly (Node | undefined)[];
}

/** Units by the entry they are about; entries of chunks that did not change are the same objects in the next version. */
export type Units<T extends Unit> = ReadonlyMap<Entry, T>;

/** What the units of one version may take from those of the version before. */
export class UnitCache<T extends Unit> {
  readonly made = new Map<Entry, T>();

  constructor(
    readonly tree: Tree,
    readonly follow: Follow,
    /** Undefined also when anchors have changed: then nothing below an alias is sure. */
    readonly kept: Units<T> | undefined,
    readonly sameAnchors: boolean,
  ) {}

  /** @param holds whether an earlier finding still holds, aliases aside */
  get(entry: PlacedEntry, make: (entry: PlacedEntry) => Omit<T, "targets">, holds: (unit: T) => boolean = always): T {
    const targets = this.#targets(entry.placed);
    const known = this.kept?.get(entry.green);
    const same =
      known !== undefined &&
      (targets.length === 0 || (this.sameAnchors && known.targets.every((target, index) => target === targets[index])));
    const unit = same && holds(known) ? known : ({ ...make(entry), targets } as T);
    this.made.set(entry.green, unit);
    return unit;
  }

  #targets(placed: Placed): readonly (Node | undefined)[] {
    const { aliases } = placed.chunk;
    return aliases.length === 0 ? none : aliases.map((alias) => this.tree.targets.get(alias)?.node);
  }
}

const none: readonly undefined[] = [];
const always = () => true;

/**
 * Where the syntax is broken, what the rest looks like is a guess: what stands on a broken line, and what seems to be
 * missing, is not told as well.
 */
export function withoutGuesses(problems: readonly Problem[], placed: Placed): readonly Problem[] {
  const { chunk } = placed;
  const broken = chunk.problems.filter(({ code }) => code === "yaml-syntax");
  if (broken.length === 0 || problems.length === 0) return problems;
  const lineOf = (offset: number) => chunk.text.lastIndexOf("\n", offset - 1);
  const lines = new Set(broken.map(({ range }) => lineOf(range.start)));
  return problems.filter(({ code, range }) => code !== "missing-key" && !lines.has(lineOf(range.start)));
}

/** A walk over the green nodes of an entry's chunk. */
export function walkOf(entry: PlacedEntry, follow: Follow, component?: string): Walk {
  return {
    text: entry.placed.chunk.text,
    follow,
    problems: [],
    partial: false,
    ...(component !== undefined && { component }),
  };
}
