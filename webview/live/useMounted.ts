import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useStore, useStoreApi } from "reactflow";
import { type Frame, grow, touches } from "../layout/frame";
import type { Route } from "../layout/route/point";
import { frameOf } from "../state/selected";
import type { CardNode, LinkEdge } from "../state/state";
import { pointed } from "./pointed";

/** From this zoom on what stands on a card can be read. */
const legible = 0.5;
/** So many cards get their element in one frame. */
const batch = 10;
/** The view rests when it has not changed for so long, in milliseconds. */
const rest = 120;
const most = 150;
const around = { left: 80, top: 80, right: 80, bottom: 80 };

export interface Mounted {
  readonly cards: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

const none: Mounted = { cards: new Set(), links: new Set() };

/**
 * Gives elements to what is in sight once the view rests, a few in each frame so that none is late, and at once to what
 * comes under the pointer. What has an element keeps it while the view moves.
 */
export function useMounted(
  cards: readonly CardNode[],
  edges: readonly LinkEdge[],
  routes: ReadonlyMap<string, Route>,
  isLarge: boolean,
): Mounted {
  const flow = useStoreApi();
  const latest = useRef({ cards, edges, routes });
  latest.current = { cards, edges, routes };
  const [inSight, setInSight] = useState(none.cards);
  const [pointedAt, setPointedAt] = useState<Mounted>(none);

  useEffect(() => {
    if (!isLarge) return;
    let current: ReadonlySet<string> = new Set();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    const step = () => {
      const wanted = legibleCards(latest.current.cards, flow.getState());
      const kept = [...current].filter((name) => wanted.has(name));
      const missing = [...wanted].filter((name) => !current.has(name));
      if (missing.length === 0 && kept.length === current.size) return;
      current = new Set([...kept, ...missing.slice(0, batch)]);
      setInSight(current);
      if (missing.length > batch) frame = requestAnimationFrame(step);
    };
    const later = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = setTimeout(step, rest);
    };
    later();
    let before = flow.getState().transform;
    const unsubscribe = flow.subscribe(({ transform }) => {
      if (transform === before) return;
      before = transform;
      later();
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      setInSight(none.cards);
    };
  }, [flow, isLarge]);

  // React Flow may have its element only after this has run for the first time.
  const pane = useStore((state) => state.domNode);
  useEffect(() => {
    if (!isLarge || pane === null) return;
    let shown = "";
    const look = (event: PointerEvent) => {
      if (event.buttons !== 0 && event.type === "pointermove") return;
      const { transform } = flow.getState();
      const { left, top } = pane.getBoundingClientRect();
      const [x, y, zoom] = transform;
      const point = { x: (event.clientX - left - x) / zoom, y: (event.clientY - top - y) / zoom };
      const found = pointed(latest.current, point, 8 / zoom);
      const key = `${found.card} ${found.link}`;
      if (key === shown) return;
      shown = key;
      // Before the button is pressed, so that React Flow is there to hear of it.
      flushSync(() => setPointedAt({ cards: setOf(found.card), links: setOf(found.link) }));
    };
    pane.addEventListener("pointermove", look);
    pane.addEventListener("pointerdown", look, { capture: true });
    return () => {
      pane.removeEventListener("pointermove", look);
      pane.removeEventListener("pointerdown", look, { capture: true });
      setPointedAt(none);
    };
  }, [flow, pane, isLarge]);

  const [joined, setJoined] = useState<{ from: readonly unknown[]; value: Mounted }>({ from: [], value: none });
  if (!isLarge) return none;
  if (joined.from[0] === inSight && joined.from[1] === pointedAt) return joined.value;
  const value = { cards: new Set([...inSight, ...pointedAt.cards]), links: pointedAt.links };
  setJoined({ from: [inSight, pointedAt], value });
  return value;
}

function legibleCards(
  cards: readonly CardNode[],
  {
    transform: [x, y, zoom],
    width,
    height,
  }: { transform: readonly [number, number, number]; width: number; height: number },
): ReadonlySet<string> {
  if (zoom < legible) return none.cards;
  const sight: Frame = grow({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, around);
  return new Set(
    cards
      .filter((card) => touches(frameOf(card), sight))
      .slice(0, most)
      .map(({ id }) => id),
  );
}

function setOf(name: string | undefined): ReadonlySet<string> {
  return name === undefined ? none.cards : new Set([name]);
}
