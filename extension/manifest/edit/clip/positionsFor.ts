import { type Manifest, toJson } from "../../manifest";
import type { Position } from "../operation";
import { nodeAt } from "../slot";

/** How far a copy stands from its original, and how far below each other stand those that had no place. */
const aside = 40;
const below = 120;

/**
 * Where pasted components go. Those that were placed by hand keep their arrangement: its upper left corner is at `at`, or
 * a little aside of where it was. The others are laid out automatically, unless all are and `at` says where.
 */
export function positionsFor(
  clip: Manifest,
  names: readonly string[],
  at: Position | undefined,
): { readonly [name: string]: Position } {
  const known = names.flatMap((name): [string, Position][] => {
    const position = positionOf(clip, name);
    return position === undefined ? [] : [[name, position]];
  });
  if (known.length === 0) {
    if (at === undefined) return {};
    return Object.fromEntries(names.map((name, index): [string, Position] => [name, [at[0], at[1] + index * below]]));
  }
  const left = Math.min(...known.map(([, [x]]) => x));
  const top = Math.min(...known.map(([, [, y]]) => y));
  const [dx, dy] = at === undefined ? [aside, aside] : [at[0] - left, at[1] - top];
  return Object.fromEntries(known.map(([name, [x, y]]): [string, Position] => [name, [x + dx, y + dy]]));
}

function positionOf(clip: Manifest, name: string): Position | undefined {
  const json = toJson(clip, nodeAt(clip.root, ["canvas", name]));
  if (!Array.isArray(json) || json.length !== 2) return undefined;
  const [x, y] = json;
  return typeof x === "number" && typeof y === "number" ? [x, y] : undefined;
}
