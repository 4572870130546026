import type { Link } from "../box";
import { cover, type Frame, touches } from "../frame";
import { createObstacles, type Obstacles } from "./obstacles";
import type { Route } from "./point";
import { makeshift, routeLink } from "./routeLink";
import { separate } from "./separate";

export interface RoutedLink extends Link {
  readonly id: string;
}

export interface Router {
  /**
   * The line of each link. One that nothing concerns that has changed since the last call is the same object as then.
   * While cards are `moving`, only the lines are made anew that they drag along or run into. Lines that it does not come
   * to before `isOver` are drawn as if nothing stood in their way, and are made when it is asked again.
   */
  route(
    cards: ReadonlyMap<string, Frame>,
    links: readonly RoutedLink[],
    moving: boolean,
    isOver?: () => boolean,
  ): Routes;
}

export interface Routes {
  readonly routes: ReadonlyMap<string, Route>;
  /** False: ask again. */
  readonly done: boolean;
}

interface Known {
  readonly link: RoutedLink;
  readonly base: Route;
  readonly shown: Route;
  readonly bounds: Frame;
  readonly isMakeshift: boolean;
}

/** Remembers the last picture, so that a card that is dragged costs its own lines and not all. */
export function createRouter(): Router {
  let known = new Map<string, Known>();
  let before: ReadonlyMap<string, Frame> = new Map();
  return {
    route: (cards, links, moving, isOver = () => false) => {
      const changed = changes(before, cards);
      const obstacles = createObstacles([...cards.values()]);
      const next = new Map<string, Known>();
      let isMakeshift = false;
      for (const link of links) {
        const [from, to] = [cards.get(link.from), cards.get(link.to)];
        if (from === undefined || to === undefined) continue;
        const old = known.get(link.id);
        const isSame = old !== undefined && before.get(link.from) === from && before.get(link.to) === to;
        if (isSame && !old.isMakeshift && !changed.some((frame) => touches(frame, old.bounds))) {
          next.set(link.id, old);
          continue;
        }
        isMakeshift ||= isOver();
        const base = isMakeshift ? makeshift(from, to) : routeLink(from, to, obstacles);
        next.set(link.id, { link, base, shown: base, bounds: boundsOf(base), isMakeshift });
      }
      known = moving || isMakeshift ? next : settled(next, obstacles);
      before = cards;
      return { routes: new Map([...known].map(([id, { shown }]) => [id, shown])), done: !isMakeshift };
    },
  };
}

/** All lines beside each other, as they stay when nobody moves anything. */
function settled(known: ReadonlyMap<string, Known>, obstacles: Obstacles): Map<string, Known> {
  const all = [...known.values()];
  const routes = separate(
    all.map(({ link, base }) => ({ from: link.from, to: link.to, route: base })),
    obstacles,
  );
  return new Map(
    all.map((each, index) => {
      const shown = routes[index] ?? each.base;
      return [each.link.id, isSame(shown, each.shown) ? each : { ...each, shown }];
    }),
  );
}

/** Where cards have gone from, and where they have come to. */
function changes(before: ReadonlyMap<string, Frame>, now: ReadonlyMap<string, Frame>): readonly Frame[] {
  const changed: Frame[] = [];
  for (const [name, frame] of now) {
    const old = before.get(name);
    if (old === frame) continue;
    changed.push(frame);
    if (old !== undefined) changed.push(old);
  }
  for (const [name, frame] of before) if (!now.has(name)) changed.push(frame);
  return changed;
}

function boundsOf(route: Route): Frame {
  const { x, y, width, height } = cover(route.map(([px, py]) => ({ x: px, y: py, width: 0, height: 0 })));
  return { x: x - 40, y: y - 40, width: width + 80, height: height + 80 };
}

function isSame(left: Route, right: Route): boolean {
  return (
    left.length === right.length && left.every(([x, y], index) => x === right[index]?.[0] && y === right[index]?.[1])
  );
}
