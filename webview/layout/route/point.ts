/** A point of the canvas, in pixels. */
export type Point = readonly [x: number, y: number];

/** The corners of a line whose parts are all level or upright, from port to port. */
export type Route = readonly Point[];

/** Which coordinate of a point: 0 is x, 1 is y. */
export type Axis = 0 | 1;

/** Without doubled corners and corners that are none. */
export function tidy(points: readonly Point[]): Route {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last[0] === point[0] && last[1] === point[1]) continue;
    const isStraight =
      before !== undefined &&
      last !== undefined &&
      ((before[0] === last[0] && last[0] === point[0]) || (before[1] === last[1] && last[1] === point[1]));
    if (isStraight) kept.pop();
    kept.push(point);
  }
  return kept;
}
