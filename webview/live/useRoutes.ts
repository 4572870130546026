import { useEffect, useMemo, useState } from "react";
import type { Frame } from "../layout/frame";
import { createRouter, type Routes } from "../layout/route/router";
import { frameOf } from "../state/selected";
import type { CardNode, LinkEdge } from "../state/state";

/** So long the lines may hold up a frame, in milliseconds; the others follow in the next ones. */
const patience = 12;
/** The first picture of a large application is shown with makeshift lines. */
const many = 250;

/** The line of every link, around the cards where they are now. */
export function useRoutes(cards: readonly CardNode[], edges: readonly LinkEdge[]): Routes["routes"] {
  const [router] = useState(createRouter);
  const [turn, setTurn] = useState(0);
  const frames = useFrames(cards);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn goes on with the same cards.
  const { routes, done } = useMemo(() => {
    const links = edges.map(({ id, source, target }) => ({ id, from: source, to: target }));
    const isMoving = cards.some(({ dragging }) => dragging === true);
    const end = performance.now() + (turn === 0 && edges.length > many ? 0 : patience);
    return router.route(frames, links, isMoving, () => performance.now() >= end);
  }, [router, frames, edges, turn]);
  useEffect(() => {
    if (done) return;
    const timer = setTimeout(() => setTurn(turn + 1), 16);
    return () => clearTimeout(timer);
  }, [done, turn]);
  return routes;
}

/** Where the cards are. A card that did not move has the same frame object, and the same cards the same map. */
function useFrames(cards: readonly CardNode[]): ReadonlyMap<string, Frame> {
  const [last] = useState<{ frames: ReadonlyMap<string, Frame> }>(() => ({ frames: new Map() }));
  return useMemo(() => {
    let isSame = last.frames.size === cards.length;
    const frames = new Map(
      cards.map((card) => {
        const frame = frameOf(card);
        const before = last.frames.get(card.id);
        if (before !== undefined && isEqual(before, frame)) return [card.id, before] as const;
        isSame = false;
        return [card.id, frame] as const;
      }),
    );
    if (!isSame) last.frames = frames;
    return last.frames;
  }, [cards, last]);
}

function isEqual(left: Frame, right: Frame): boolean {
  return left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height;
}
