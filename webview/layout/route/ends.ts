import { cardSize } from "../box";
import type { Frame } from "../frame";
import type { Point } from "./point";

/** Where a line leaves a card and where it arrives, and the points just outside of the two where it may first turn. */
export interface Ends {
  readonly start: Point;
  readonly end: Point;
  readonly out: Point;
  readonly in: Point;
  /** 1: from left to right; -1: from right to left; 0: the cards stand above each other. */
  readonly direction: 1 | -1 | 0;
}

/** So far a line goes straight on from a card, in pixels. */
export const stub = 16;
/** A line keeps clear of the circle of a port, so that its arrowhead is seen. */
const port = 7;
/** How far below the ports a line runs that leads back, so that it does not hide one that leads forth. */
const lower = 18;

/** A line takes the sides that face each other; between cards above each other, their right sides. */
export function endsOf(from: Frame, to: Frame): Ends {
  const middle = cardSize.height / 2;
  const [startY, endY] = [from.y + middle, to.y + middle];
  if (to.x >= from.x + from.width + 2 * stub) {
    return ends([from.x + from.width + port, startY], [to.x - port, endY], 1, -1, 1);
  }
  if (to.x + to.width <= from.x - 2 * stub) {
    return ends([from.x, startY + lower], [to.x + to.width, endY + lower], -1, 1, -1);
  }
  return ends([from.x + from.width + port, startY], [to.x + to.width + port, endY], 1, 1, 0);
}

function ends(start: Point, end: Point, leave: 1 | -1, arrive: 1 | -1, direction: Ends["direction"]): Ends {
  return {
    start,
    end,
    out: [start[0] + leave * stub, start[1]],
    in: [end[0] + arrive * stub, end[1]],
    direction,
  };
}
