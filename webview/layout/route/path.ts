import type { Point, Route } from "./point";

/** Of a corner, in pixels; less where there is no room for it. */
const radius = 8;

/** What draws a line: SVG's path commands, with round corners. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cornerX: number, cornerY: number, x: number, y: number): void;
}

export function draw(route: Route, pen: Pen): void {
  const [first] = route;
  if (first === undefined) return;
  pen.moveTo(...first);
  for (let index = 1; index < route.length; index++) {
    const [before, corner, after] = [route[index - 1], route[index], route[index + 1]];
    if (before === undefined || corner === undefined) continue;
    if (after === undefined) pen.lineTo(...corner);
    else {
      const size = Math.min(radius, lengthOf(before, corner) / 2, lengthOf(corner, after) / 2);
      pen.lineTo(...toward(corner, before, size));
      pen.quadraticCurveTo(...corner, ...toward(corner, after, size));
    }
  }
}

/** As the `d` of an SVG path. */
export function pathOf(route: Route): string {
  const parts: string[] = [];
  draw(route, {
    moveTo: (x, y) => void parts.push(`M${x} ${y}`),
    lineTo: (x, y) => void parts.push(`L${x} ${y}`),
    quadraticCurveTo: (cornerX, cornerY, x, y) => void parts.push(`Q${cornerX} ${cornerY} ${x} ${y}`),
  });
  return parts.join("");
}

/** Where a label lies on the line: the middle of its longest level part, and how wide that is. */
export function labelSpot(route: Route): { readonly x: number; readonly y: number; readonly room: number } {
  let best = { x: 0, y: 0, room: -1 };
  for (let index = 1; index < route.length; index++) {
    const [from, to] = [route[index - 1], route[index]];
    if (from === undefined || to === undefined || from[1] !== to[1]) continue;
    const room = Math.abs(to[0] - from[0]);
    if (room > best.room) best = { x: (from[0] + to[0]) / 2, y: from[1], room };
  }
  return best;
}

function lengthOf(from: Point, to: Point): number {
  return Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
}

function toward([x, y]: Point, [towardX, towardY]: Point, by: number): Point {
  return [x + Math.sign(towardX - x) * by, y + Math.sign(towardY - y) * by];
}
