import type { Position } from "../../extension/manifest/edit/operation";
import { arrange } from "./arrange";
import { type Box, cardSize, type Link, overlaps, spacing } from "./box";

const gap = 16;

/**
 * Where each card stands. What somebody placed stays; what was placed automatically before stays too, so that no card
 * moves because another came or went; the rest takes its place in the automatic layout, or the nearest free one.
 * `arranged` is that layout, where somebody has made it already.
 */
export function place(
  boxes: readonly Box[],
  links: readonly Link[],
  fixed: ReadonlyMap<string, Position>,
  remembered: ReadonlyMap<string, Position>,
  arranged?: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const places = new Map<string, Position>();
  const open: Box[] = [];
  for (const box of boxes) {
    const known = fixed.get(box.name) ?? remembered.get(box.name);
    if (known === undefined) open.push(box);
    else places.set(box.name, known);
  }
  if (open.length === 0) return places;
  const ideal = arranged ?? arrange(boxes, links);
  // Nothing stands in the way of anything.
  if (places.size === 0) return ideal;
  const taken = [...places.values()];
  for (const box of open) {
    const free = nearestFree(ideal.get(box.name) ?? [0, 0], taken);
    places.set(box.name, free);
    taken.push(free);
  }
  return places;
}

/** Looks down and up in the same column first, then in the columns to the right. Ends, since the picture does. */
function nearestFree(wish: Position, taken: readonly Position[]): Position {
  const isFree = (spot: Position) => !taken.some((other) => overlaps(spot, other, gap));
  const step = cardSize.height + spacing.row;
  for (let column = 0; column <= taken.length; column++) {
    const left = wish[0] + column * (cardSize.width + spacing.column);
    for (let distance = 0; distance <= 8; distance++) {
      const down: Position = [left, wish[1] + distance * step];
      if (isFree(down)) return down;
      const up: Position = [left, wish[1] - distance * step];
      if (isFree(up)) return up;
    }
  }
  const lowest = Math.max(...taken.map((spot) => spot[1]));
  return [wish[0], lowest + step];
}
