import { type Box, type Lane, type Link, lanes } from "./box";

/** A column of the picture, from top to bottom. */
export interface Column {
  readonly lane: Lane;
  readonly names: readonly string[];
}

/**
 * Columns from left to right: lane by lane, and inside a lane callers before what they call. A column that would be
 * taller than the picture is wide is broken into several.
 */
export function intoColumns(boxes: readonly Box[], links: readonly Link[]): readonly Column[] {
  const tallest = Math.max(6, Math.ceil(Math.sqrt(boxes.length * 2.5)));
  return lanes.flatMap((lane) => {
    const names = boxes.filter((box) => box.lane === lane).map((box) => box.name);
    const ranks = rank(names, links);
    const layers = new Map<number, string[]>();
    for (const name of names) {
      const layer = ranks.get(name) ?? 0;
      const others = layers.get(layer);
      if (others === undefined) layers.set(layer, [name]);
      else others.push(name);
    }
    return [...layers.keys()]
      .sort((left, right) => left - right)
      .flatMap((layer) => split(layers.get(layer) ?? [], tallest))
      .map((part): Column => ({ lane, names: part }));
  });
}

/** The longest way from a name that nobody calls. A link that closes a cycle does not count. */
function rank(names: readonly string[], links: readonly Link[]): ReadonlyMap<string, number> {
  const own = new Set(names);
  const callers = new Map<string, string[]>();
  for (const { from, to } of links) {
    if (!own.has(from) || !own.has(to) || from === to) continue;
    const others = callers.get(to);
    if (others === undefined) callers.set(to, [from]);
    else others.push(from);
  }
  const ranks = new Map<string, number>();
  const open = new Set<string>();
  const visit = (name: string): number => {
    const known = ranks.get(name);
    if (known !== undefined) return known;
    open.add(name);
    let longest = 0;
    for (const caller of callers.get(name) ?? []) {
      if (!open.has(caller)) longest = Math.max(longest, visit(caller) + 1);
    }
    open.delete(name);
    ranks.set(name, longest);
    return longest;
  };
  for (const name of names) visit(name);
  return ranks;
}

function split(names: readonly string[], tallest: number): readonly (readonly string[])[] {
  const parts = Math.ceil(names.length / tallest);
  const size = Math.ceil(names.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, part) => names.slice(part * size, (part + 1) * size));
}
