import type { Position } from "../../extension/manifest/edit/operation";
import { cover, type Frame } from "../layout/frame";

export const alignments = ["left", "centre", "right", "top", "middle", "bottom", "across", "down"] as const;
export type Alignment = (typeof alignments)[number];

export interface Aligned extends Frame {
  readonly id: string;
}

/**
 * Where things go to stand in line with the outermost of them, or on the middle of all; `across` and `down` leave the
 * two outermost and make the gaps between all equal. Only those that move are in the answer.
 */
export function align(items: readonly Aligned[], how: Alignment): ReadonlyMap<string, Position> {
  const all = cover(items);
  const isAcross = how === "across";
  const places =
    isAcross || how === "down"
      ? distribute(items, all, isAcross)
      : items.map((item) => [item, lineUp(item, all, how)] as const);
  return new Map(
    places.flatMap(([item, [x, y]]) => {
      const at: Position = [Math.round(x), Math.round(y)];
      return at[0] === Math.round(item.x) && at[1] === Math.round(item.y) ? [] : [[item.id, at] as const];
    }),
  );
}

function lineUp(item: Frame, all: Frame, how: Exclude<Alignment, "across" | "down">): Position {
  switch (how) {
    case "left":
      return [all.x, item.y];
    case "centre":
      return [all.x + (all.width - item.width) / 2, item.y];
    case "right":
      return [all.x + all.width - item.width, item.y];
    case "top":
      return [item.x, all.y];
    case "middle":
      return [item.x, all.y + (all.height - item.height) / 2];
    case "bottom":
      return [item.x, all.y + all.height - item.height];
  }
}

function distribute(
  items: readonly Aligned[],
  all: Frame,
  isAcross: boolean,
): readonly (readonly [Aligned, Position])[] {
  const [start, size] = isAcross ? (["x", "width"] as const) : (["y", "height"] as const);
  const sorted = [...items].sort((left, right) => left[start] - right[start]);
  const filled = sorted.reduce((sum, item) => sum + item[size], 0);
  const gap = (all[size] - filled) / Math.max(1, sorted.length - 1);
  let next = all[start];
  return sorted.map((item) => {
    const at = next;
    next += item[size] + gap;
    return [item, isAcross ? [at, item.y] : [item.x, at]] as const;
  });
}
