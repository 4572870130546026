import type { Frame } from "../frame";
import type { Obstacles } from "./obstacles";
import type { Axis, Point, Route } from "./point";

interface Part {
  readonly link: number;
  /** The corner that it begins at. */
  readonly corner: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What the routes of a picture are separated by: those that share an end may lie on each other, like a bus. */
export interface Wired {
  readonly from: string;
  readonly to: string;
  readonly route: Route;
}

/** Two parts nearer than this look like one. In pixels. */
const near = 5;
const apart = 8;
/** A part that is moved stays so far from cards. */
const margin = 7;
/** How far around a channel is looked for the cards that bound it. */
const reach = 60;

/**
 * Moves the inner parts of lines that would lie on each other to tracks beside each other. Lines from the same card, or to
 * the same, may stay together. The first and the last part stay at their ports.
 */
export function separate(wired: readonly Wired[], obstacles: Obstacles): readonly Route[] {
  return shift(shift(wired, 0, obstacles), 1, obstacles).map(({ route }) => route);
}

function shift(wired: readonly Wired[], axis: Axis, obstacles: Obstacles): readonly Wired[] {
  const moves = new Map<number, Map<number, number>>();
  for (const cluster of clusters(wired, axis)) {
    const tracks = intoTracks(cluster, wired);
    if (tracks.length < 2) continue;
    const middle = cluster.reduce((sum, { at }) => sum + at, 0) / cluster.length;
    const [low, high] = roomOf(cluster, middle, axis, obstacles);
    const step = Math.min(apart, (high - low) / (tracks.length - 1));
    const half = ((tracks.length - 1) * step) / 2;
    const center = Math.min(Math.max(middle, low + half), high - half);
    for (const [index, track] of tracks.entries()) {
      const at = Math.round(center - half + index * step);
      for (const { link, corner } of track) {
        const own = moves.get(link) ?? new Map<number, number>();
        moves.set(link, own.set(corner, at));
      }
    }
  }
  return wired.map((each, link) => {
    const own = moves.get(link);
    return own === undefined ? each : { ...each, route: moved(each.route, own, axis) };
  });
}

/** Inner parts that run along each other, each group by itself. */
function clusters(wired: readonly Wired[], axis: Axis): readonly (readonly Part[])[] {
  const along: Axis = axis === 0 ? 1 : 0;
  const parts = wired.flatMap(({ route }, link) =>
    route.slice(1, -2).flatMap((point, index): readonly Part[] => {
      const next = route[index + 2];
      if (next === undefined || point[axis] !== next[axis]) return [];
      const [from, to] = [Math.min(point[along], next[along]), Math.max(point[along], next[along])];
      return [{ link, corner: index + 1, at: point[axis], from, to }];
    }),
  );
  parts.sort((left, right) => left.at - right.at || left.from - right.from || left.link - right.link);
  const groups: Part[][] = [];
  let channel: Part[] = [];
  const close = () => {
    channel.sort((left, right) => left.from - right.from || left.link - right.link);
    let end = -Infinity;
    for (const part of channel) {
      if (part.from > end + near) groups.push([]);
      groups.at(-1)?.push(part);
      end = Math.max(end, part.to);
    }
    channel = [];
  };
  for (const part of parts) {
    const last = channel.at(-1);
    if (last !== undefined && part.at - last.at > near) close();
    channel.push(part);
  }
  close();
  return groups.filter((group) => group.length > 1);
}

/** From where to where the parts of a channel may lie: between the cards on both sides. */
function roomOf(cluster: readonly Part[], middle: number, axis: Axis, obstacles: Obstacles): readonly [number, number] {
  const from = Math.min(...cluster.map((part) => part.from));
  const length = Math.max(...cluster.map((part) => part.to)) - from;
  const area: Frame =
    axis === 0
      ? { x: middle - reach, y: from, width: 2 * reach, height: length }
      : { x: from, y: middle - reach, width: length, height: 2 * reach };
  let [low, high] = [middle - reach, middle + reach];
  for (const frame of obstacles.within(area)) {
    const [start, end] = axis === 0 ? [frame.x, frame.x + frame.width] : [frame.y, frame.y + frame.height];
    if (end <= middle) low = Math.max(low, end + margin);
    else if (start >= middle) high = Math.min(high, start - margin);
  }
  return low <= high ? [low, high] : [middle, middle];
}

function intoTracks(cluster: readonly Part[], wired: readonly Wired[]): readonly (readonly Part[])[] {
  const tracks: { readonly parts: Part[]; open: Part[] }[] = [];
  for (const part of cluster) {
    let free: (typeof tracks)[number] | undefined;
    for (const track of tracks) {
      track.open = track.open.filter(({ to }) => to + near >= part.from);
      if (track.open.every((other) => isCompatible(part, other, wired))) {
        free = track;
        break;
      }
    }
    if (free === undefined) tracks.push({ parts: [part], open: [part] });
    else {
      free.parts.push(part);
      free.open.push(part);
    }
  }
  return tracks.map(({ parts }) => parts);
}

function isCompatible(part: Part, other: Part, wired: readonly Wired[]): boolean {
  if (part.from > other.to + near || other.from > part.to + near) return true;
  const [left, right] = [wired[part.link], wired[other.link]];
  return left?.from === right?.from || left?.to === right?.to;
}

function moved(route: Route, own: ReadonlyMap<number, number>, axis: Axis): Route {
  return route.map((point, index): Point => {
    const at = own.get(index) ?? own.get(index - 1);
    if (at === undefined) return point;
    return axis === 0 ? [at, point[1]] : [point[0], at];
  });
}
