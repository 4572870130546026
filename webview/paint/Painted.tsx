import { useEffect, useMemo, useRef } from "react";
import { useStoreApi } from "reactflow";
import { laneCardOf } from "../canvas/laneCardOf";
import { statusesOf } from "../edited/cardStatus";
import { laneAreas } from "../layout/lanes";
import type { Live } from "../live/useLive";
import { useCanvas } from "../state/hooks";
import { type Colors, readColors, watchTheme } from "./colors";
import { paint } from "./paint";
import { type Scene, sceneCard, sceneLink } from "./scene";
import "./painted.css";

/**
 * The topology as one picture below the elements of React Flow: all that has no element now. A thousand cards cost a few
 * milliseconds so, at any zoom. It follows the view before the frame is shown.
 */
export function Painted({ live }: { readonly live: Live }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useScene(live);
  const latest = useRef({ scene, live });
  latest.current = { scene, live };
  const flow = useStoreApi();
  const repaint = useRef<() => void>(() => undefined);

  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext("2d");
    if (!element || !pen) return;
    let colors: Colors = readColors(element.parentElement ?? document.body);
    let isAsked = false;
    const now = () => {
      isAsked = false;
      const { width, height, transform } = flow.getState();
      const density = window.devicePixelRatio;
      resize(element, width, height, density);
      const [x, y, zoom] = transform;
      const { scene: shown, live: hidden } = latest.current;
      const view = { viewport: { x, y, zoom }, width, height, density };
      const count = paint(pen, shown, view, colors, (name) => hidden.mounted.has(name));
      element.dataset["cards"] = String(count);
    };
    const ask = () => {
      if (isAsked) return;
      isAsked = true;
      queueMicrotask(now);
    };
    repaint.current = ask;
    void document.fonts.load("18px codicon").then(ask);
    let before = flow.getState();
    const unsubscribe = flow.subscribe((state) => {
      const isSame =
        state.transform === before.transform && state.width === before.width && state.height === before.height;
      before = state;
      if (!isSame) ask();
    });
    const unwatch = watchTheme(() => {
      colors = readColors(element.parentElement ?? document.body);
      ask();
    });
    return () => {
      unsubscribe();
      unwatch();
    };
  }, [flow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: painted again for what is painted.
  useEffect(() => repaint.current(), [scene, live.mounted]);
  return (
    <div className="painted" aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

function useScene({ cards, edges, routes, related, isLarge }: Live): Scene {
  const isMoving = useCanvas((state) => state.nodes.some(({ dragging }) => dragging === true));
  const chosen = useCanvas((state) => state.selected);
  const deployment = useCanvas((state) => state.deployment);
  const picture = useCanvas((state) => state.picture);
  // Of few cards each has an element, which says it. A drag, which changes the cards with every frame, changes none of it.
  const statuses = useMemo(
    () => (isLarge ? statusesOf({ deployment, picture }) : new Map()),
    [deployment, picture, isLarge],
  );
  const last = useRef<Scene["lanes"]>([]);
  // The lanes of many cards take long; they follow when the cards have arrived.
  const lanes = useMemo(() => {
    if (!isMoving) last.current = laneAreas(cards.map(laneCardOf));
    return last.current;
  }, [cards, isMoving]);
  return useMemo(
    () => ({
      lanes,
      cards: cards.map(sceneCard),
      statuses,
      selected: new Set(chosen),
      boards: [],
      related,
      links: edges.flatMap((edge) => {
        const route = routes.get(edge.id);
        return route === undefined ? [] : [sceneLink(edge, route)];
      }),
    }),
    [lanes, cards, statuses, chosen, edges, routes, related],
  );
}

function resize(canvas: HTMLCanvasElement, width: number, height: number, density: number): void {
  const [wide, tall] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width === wide && canvas.height === tall) return;
  canvas.width = wide;
  canvas.height = tall;
}
