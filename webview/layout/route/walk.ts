import type { Frame } from "../frame";
import type { Ends } from "./ends";
import { stub } from "./ends";
import { clearance, type Obstacles } from "./obstacles";
import type { Point } from "./point";

const mostSteps = 80;
const mostGaps = 12;

/**
 * Goes level towards the end; before a card that is in the way it turns into the nearest gap above or below it that
 * leads on. Undefined where such a gap cannot be reached. Takes a moment however many cards there are.
 */
export function walk({ out, in: goal, direction }: Ends, obstacles: Obstacles): readonly Point[] | undefined {
  if (direction === 0) return undefined;
  const points: Point[] = [out];
  let current = out;
  for (let step = 0; step < mostSteps; step++) {
    const ahead: Point = [goal[0], current[1]];
    const blocking = obstacles.hit(current, ahead);
    if (blocking === undefined) {
      if (obstacles.hit(ahead, goal) === undefined) return [...points, ahead, goal];
      const earlier = turnBefore(current, goal, direction, obstacles);
      return earlier === undefined ? undefined : [...points, ...earlier];
    }
    const stop: Point = [direction === 1 ? blocking.x - stub : blocking.x + blocking.width + stub, current[1]];
    const next = gapAt(stop, blocking, goal[1], direction, obstacles);
    if (next === undefined) return undefined;
    points.push(stop, next);
    current = next;
  }
  return undefined;
}

/** Changes the height on the way, where the way up or down at the end is taken. */
function turnBefore(from: Point, goal: Point, direction: 1 | -1, obstacles: Obstacles): readonly Point[] | undefined {
  for (let x = goal[0] - direction * stub; (x - from[0]) * direction >= 0; x -= direction * 2 * stub) {
    const corner: Point = [x, from[1]];
    const turned: Point = [x, goal[1]];
    if (obstacles.hit(corner, turned) === undefined && obstacles.hit(turned, goal) === undefined) {
      return [corner, turned, goal];
    }
  }
  return undefined;
}

/** The nearest height, seen from where the line is and where it wants to, at which it gets past a card. */
function gapAt(stop: Point, blocking: Frame, wish: number, direction: 1 | -1, obstacles: Obstacles): Point | undefined {
  const options: Point[] = [];
  for (const side of [1, -1] as const) {
    let frame: Frame = blocking;
    for (let tries = 0; tries < mostGaps; tries++) {
      const edge = side === 1 ? frame.y + frame.height : frame.y;
      const point: Point = [stop[0], edge + side * (clearance + gapBeyond(frame, edge, side, obstacles))];
      const past: Point = [direction === 1 ? frame.x + frame.width : frame.x, point[1]];
      const next = obstacles.hit(point, past);
      if (next === undefined) {
        if (obstacles.hit(stop, point) === undefined) options.push(point);
        break;
      }
      frame = next;
    }
  }
  const cost = (y: number) => Math.abs(y - stop[1]) + Math.abs(y - wish);
  return options.sort((left, right) => cost(left[1]) - cost(right[1]))[0];
}

/** To the middle of the gap to the next card, where that is near; more than the least distance in any case. */
function gapBeyond(frame: Frame, edge: number, side: 1 | -1, obstacles: Obstacles): number {
  const reach = 48;
  const area: Frame = { x: frame.x, y: side === 1 ? edge + 1 : edge - reach - 1, width: frame.width, height: reach };
  let nearest = reach;
  for (const other of obstacles.within(area)) {
    if (other === frame) continue;
    const distance = side === 1 ? other.y - edge : edge - (other.y + other.height);
    if (distance >= 0) nearest = Math.min(nearest, distance);
  }
  return nearest === reach ? 4 : Math.max(1, nearest / 2 - clearance);
}
