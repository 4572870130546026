import type { Frame } from "../frame";
import type { Point } from "./point";

const cell = { width: 160, height: 80 } as const;
/** More rows of cells than any canvas has. */
const rows = 1 << 20;

/** The cards that lines have to go around. */
export interface Obstacles {
  /** The first card that a level or upright line from a point to another would come too near to. */
  hit(from: Point, to: Point): Frame | undefined;
  /** All cards that touch a rectangle. */
  within(area: Frame): readonly Frame[];
}

/** So near a line may come to a card that it does not belong to, in pixels. */
export const clearance = 8;

/** Finds cards by the cells of a grid that they lie in, so that a question does not ask all of them. */
export function createObstacles(frames: readonly Frame[]): Obstacles {
  const cells = new Map<number, Frame[]>();
  for (const frame of frames) {
    const { left, top, right, bottom } = cellsOf(frame);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const key = column * rows + row;
        const list = cells.get(key);
        if (list === undefined) cells.set(key, [frame]);
        else list.push(frame);
      }
    }
  }
  return {
    within: (area) => {
      const { left, top, right, bottom } = cellsOf(area);
      const found = new Set<Frame>();
      for (let column = left; column <= right; column++) {
        for (let row = top; row <= bottom; row++) {
          for (const frame of cells.get(column * rows + row) ?? []) if (meets(frame, area)) found.add(frame);
        }
      }
      return [...found];
    },
    hit: (from, to) => {
      const band = bandOf(from, to);
      const { left, top, right, bottom } = cellsOf(band);
      // Cell by cell from where the line begins, so that a card nearby ends the search.
      const isLevel = from[1] === to[1];
      const isForward = isLevel ? to[0] >= from[0] : to[1] >= from[1];
      const [first, last] = isLevel ? [left, right] : [top, bottom];
      const [across, end] = isLevel ? [top, bottom] : [left, right];
      for (let step = 0; step <= last - first; step++) {
        const along = isForward ? first + step : last - step;
        let nearest: Frame | undefined;
        for (let side = across; side <= end; side++) {
          const key = isLevel ? along * rows + side : side * rows + along;
          for (const frame of cells.get(key) ?? []) {
            if (meets(frame, band) && (nearest === undefined || isNearer(frame, nearest, isLevel, isForward))) {
              nearest = frame;
            }
          }
        }
        if (nearest !== undefined) return nearest;
      }
      return undefined;
    },
  };
}

function bandOf(from: Point, to: Point): Frame {
  return {
    x: Math.min(from[0], to[0]) - clearance,
    y: Math.min(from[1], to[1]) - clearance,
    width: Math.abs(to[0] - from[0]) + 2 * clearance,
    height: Math.abs(to[1] - from[1]) + 2 * clearance,
  };
}

function meets(frame: Frame, area: Frame): boolean {
  return (
    frame.x < area.x + area.width &&
    area.x < frame.x + frame.width &&
    frame.y < area.y + area.height &&
    area.y < frame.y + frame.height
  );
}

function isNearer(frame: Frame, other: Frame, isLevel: boolean, isForward: boolean): boolean {
  const difference = isLevel ? frame.x - other.x : frame.y - other.y;
  return isForward ? difference < 0 : difference > 0;
}

function cellsOf({ x, y, width, height }: Frame) {
  return {
    left: Math.floor(x / cell.width) + rows / 2,
    top: Math.floor(y / cell.height) + rows / 2,
    right: Math.floor((x + width) / cell.width) + rows / 2,
    bottom: Math.floor((y + height) / cell.height) + rows / 2,
  };
}
