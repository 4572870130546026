import { cover, type Frame, grow } from "../frame";
import type { Ends } from "./ends";
import { clearance, type Obstacles } from "./obstacles";
import type { Point } from "./point";

/** More cards than this around a line make a search take longer than a frame lasts. */
const mostFrames = 24;
/** What a corner costs, as a detour in pixels. */
const bend = 60;
const beyond = 90;

/**
 * The shortest line with few corners, over the coordinates at which something begins or ends (A* over the sparse grid
 * of orthogonal visibility; Wybrow, Marriott and Stuckey, "Orthogonal Connector Routing", 2009).
 */
export function search({ out, in: goal }: Ends, obstacles: Obstacles): readonly Point[] | undefined {
  const area = grow(cover([dot(out), dot(goal)]), { left: beyond, top: beyond, right: beyond, bottom: beyond });
  const frames = obstacles.within(area);
  if (frames.length > mostFrames) return undefined;
  const aside = clearance + 4;
  const xs = sorted([out[0], goal[0], ...frames.flatMap(({ x, width }) => [x - aside, x + width + aside])]);
  const ys = sorted([out[1], goal[1], ...frames.flatMap(({ y, height }) => [y - aside, y + height + aside])]);
  return shortest(xs, ys, out, goal, obstacles);
}

interface Step {
  readonly column: number;
  readonly row: number;
  /** 0: level, 1: upright. */
  readonly axis: 0 | 1;
  readonly cost: number;
  readonly guess: number;
  readonly before: Step | undefined;
}

function shortest(
  xs: readonly number[],
  ys: readonly number[],
  from: Point,
  to: Point,
  obstacles: Obstacles,
): readonly Point[] | undefined {
  const at = ({ column, row }: { column: number; row: number }): Point => [xs[column] ?? 0, ys[row] ?? 0];
  const open: Step[] = [
    { column: xs.indexOf(from[0]), row: ys.indexOf(from[1]), axis: 0, cost: 0, guess: 0, before: undefined },
  ];
  const best = new Map<number, number>();
  while (open.length > 0) {
    const step = takeNearest(open);
    const point = at(step);
    if (point[0] === to[0] && point[1] === to[1]) return trace(step, at);
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const next = { column: step.column + dx, row: step.row + dy };
      if (next.column < 0 || next.row < 0 || next.column >= xs.length || next.row >= ys.length) continue;
      const target = at(next);
      const axis = dx === 0 ? 1 : 0;
      const length = Math.abs(target[0] - point[0]) + Math.abs(target[1] - point[1]);
      const cost = step.cost + length + (axis === step.axis ? 0 : bend);
      const key = (next.row * xs.length + next.column) * 2 + axis;
      if (cost >= (best.get(key) ?? Infinity) || obstacles.hit(point, target) !== undefined) continue;
      best.set(key, cost);
      const guess = cost + Math.abs(to[0] - target[0]) + Math.abs(to[1] - target[1]);
      open.push({ ...next, axis, cost, guess, before: step });
    }
  }
  return undefined;
}

function takeNearest(open: Step[]): Step {
  let nearest = 0;
  for (let index = 1; index < open.length; index++) {
    if ((open[index]?.guess ?? Infinity) < (open[nearest]?.guess ?? Infinity)) nearest = index;
  }
  const [step] = open.splice(nearest, 1);
  if (step === undefined) throw new Error("Nothing is open.");
  return step;
}

function trace(last: Step, at: (step: Step) => Point): readonly Point[] {
  const points: Point[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.before) points.push(at(step));
  return points.reverse();
}

const dot = ([x, y]: Point): Frame => ({ x, y, width: 0, height: 0 });

function sorted(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((left, right) => left - right);
}
