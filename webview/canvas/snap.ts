import type { Frame } from "../layout/frame";

/** A line along which something that is moved stands with something that is not. In pixels of the canvas. */
export interface Guide {
  /** `x`: a vertical line at that x; `y`: a horizontal one at that y. */
  readonly axis: "x" | "y";
  readonly at: number;
  /** From where to where it is drawn, on the other axis. */
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** The dots of the background. In pixels. */
export const grid = 20;
/** As near as this, edges take hold of each other. In pixels of the window. */
export const reach = 6;

/**
 * How far to shift a frame so that its edges or its middle stand in line with another's, when one is within `reach`;
 * on an axis where none is, so that its upper left corner stands on the grid. Of equally near lines the first counts.
 */
export function snap(moving: Frame, others: readonly Frame[], reach: number): Snapped {
  const dx = nearest(linesOn("x", moving), others, "x", reach) ?? toGrid(moving.x);
  const dy = nearest(linesOn("y", moving), others, "y", reach) ?? toGrid(moving.y);
  const placed = { ...moving, x: moving.x + dx, y: moving.y + dy };
  return { dx, dy, guides: [...guidesOn("x", placed, others), ...guidesOn("y", placed, others)] };
}

function toGrid(value: number): number {
  return Math.round(value / grid) * grid - value;
}

function linesOn(axis: Guide["axis"], { x, y, width, height }: Frame): readonly number[] {
  return axis === "x" ? [x, x + width / 2, x + width] : [y, y + height / 2, y + height];
}

function nearest(
  lines: readonly number[],
  others: readonly Frame[],
  axis: Guide["axis"],
  reach: number,
): number | undefined {
  let best: number | undefined;
  for (const other of others) {
    const targets = linesOn(axis, other);
    // Edges to edges and middles to middles: an edge in line with a middle looks like an accident.
    for (const [index, line] of lines.entries()) {
      for (const [at, target] of targets.entries()) {
        const shift = target - line;
        if ((index === 1) !== (at === 1) || Math.abs(shift) > reach) continue;
        if (best === undefined || Math.abs(shift) < Math.abs(best)) best = shift;
      }
    }
  }
  return best;
}

/** One guide for an axis, however many lines are shared: the one that passes the most others, as far as they reach. */
function guidesOn(axis: Guide["axis"], placed: Frame, others: readonly Frame[]): readonly Guide[] {
  const across = axis === "x" ? "y" : "x";
  const shared = linesOn(axis, placed).map((at, index) => ({
    at,
    passed: others.filter((other) =>
      linesOn(axis, other).some((line, place) => (place === 1) === (index === 1) && isSame(line, at)),
    ),
  }));
  const best = shared.reduce((most, each) => (each.passed.length > most.passed.length ? each : most));
  if (best.passed.length === 0) return [];
  const ends = [placed, ...best.passed].flatMap((frame) => linesOn(across, frame));
  return [{ axis, at: best.at, from: Math.min(...ends), to: Math.max(...ends) }];
}

function isSame(left: number, right: number): boolean {
  return Math.abs(left - right) < 0.01;
}
