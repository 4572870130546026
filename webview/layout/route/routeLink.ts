import type { Frame } from "../frame";
import { type Ends, endsOf } from "./ends";
import type { Obstacles } from "./obstacles";
import { type Point, type Route, tidy } from "./point";
import { search } from "./search";
import { walk } from "./walk";

/**
 * A line from a card to another that goes around all others, with as few corners as that takes. Where there is no way it
 * runs as if nothing stood there: a line that cannot be seen would be worse.
 */
export function routeLink(from: Frame, to: Frame, obstacles: Obstacles): Route {
  const ends = endsOf(from, to);
  const way = simple(ends, obstacles) ?? walk(ends, obstacles) ?? search(ends, obstacles) ?? direct(ends);
  return tidy([ends.start, ...way, ends.end]);
}

/** A line that goes around nothing, which takes no time. */
export function makeshift(from: Frame, to: Frame): Route {
  const ends = endsOf(from, to);
  return tidy([ends.start, ...direct(ends), ends.end]);
}

/** One upright part at most: before the end, after the start, or between the two. */
function simple({ out, in: goal, direction }: Ends, obstacles: Obstacles): readonly Point[] | undefined {
  const isClear = (points: readonly Point[]) =>
    points.every((point, index) => {
      const before = points[index - 1];
      return before === undefined || obstacles.hit(before, point) === undefined;
    });
  const at = (x: number): readonly Point[] => [out, [x, out[1]], [x, goal[1]], goal];
  if (direction === 0) {
    const way = at(Math.max(out[0], goal[0]));
    return isClear(way) ? way : undefined;
  }
  const channel = 20 * direction;
  const tries = [(out[0] + goal[0]) / 2, goal[0] - channel, out[0] + channel];
  const isBetween = (x: number) => (x - out[0]) * direction >= 0 && (goal[0] - x) * direction >= 0;
  return tries.filter(isBetween).map(at).find(isClear);
}

function direct({ out, in: goal, direction }: Ends): readonly Point[] {
  const x = direction === 0 ? Math.max(out[0], goal[0]) : (out[0] + goal[0]) / 2;
  return [out, [x, out[1]], [x, goal[1]], goal];
}
