import type { Position } from "../../extension/manifest/edit/operation";
import { cardSize } from "../layout/box";
import { type Frame, grow, touches } from "../layout/frame";
import { grid } from "./snap";

const gap = 16;
const around = { left: gap, top: gap, right: gap, bottom: gap } as const;

/**
 * The free place for a card nearest to a wish, on the grid, so that nothing has to move for it: looked for in rings
 * around the wish. There always is one, since what is taken ends somewhere. The grid goes through `origin`.
 */
export function freeSpot(wish: Position, taken: readonly Frame[], origin: Position = [0, 0]): Position {
  const start: Position = [toGrid(wish[0], origin[0]), toGrid(wish[1], origin[1])];
  const isFree = ([x, y]: Position) => {
    const frame = grow({ x, y, ...cardSize }, around);
    return !taken.some((other) => touches(frame, other));
  };
  for (let ring = 0; ; ring++) {
    const free = ringAround(start, ring)
      .filter(isFree)
      .sort((left, right) => distance(left, start) - distance(right, start))[0];
    if (free !== undefined) return free;
  }
}

function ringAround([x, y]: Position, ring: number): readonly Position[] {
  if (ring === 0) return [[x, y]];
  const reach = ring * grid;
  const spots: Position[] = [];
  for (let step = -reach; step <= reach; step += grid) {
    spots.push([x + step, y - reach], [x + step, y + reach], [x - reach, y + step], [x + reach, y + step]);
  }
  return spots;
}

function distance(left: Position, right: Position): number {
  return Math.hypot(left[0] - right[0], left[1] - right[1]);
}

function toGrid(value: number, origin: number): number {
  return Math.round((value - origin) / grid) * grid + origin;
}
