import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type OnMove, type ReactFlowInstance, useReactFlow, type Viewport } from "reactflow";
import { cardSize, statusHeight } from "../layout/box";
import { calmed } from "../motion/calmed";
import { useCanvas, useController } from "../state/hooks";
import type { CanvasNode, LinkEdge } from "../state/state";
import { showAll, viewportOfAll } from "./showAll";

/** Between a card and what lies beside it, in pixels. */
const room = 16;

/**
 * Shows what was looked at last time, or everything the first time; brings what the host asks for into sight.
 * Returns what React Flow needs for that; it can be drawn as soon as the size of `pane` is known.
 */
export function useViewport() {
  const controller = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const pane = useRef<HTMLElement>(null);
  const [first, setFirst] = useState<Viewport | undefined>(controller.store.get().view.viewport);
  const [isReady, setReady] = useState(first !== undefined);
  const hasFit = useRef(first !== undefined);
  /** Nobody has chosen what is in sight: everything stays so when the pane gets another size, as while a window opens. */
  const showsAll = useRef(first === undefined);
  /** The move that is about to end was nobody's choice. */
  const isFitting = useRef(false);
  const count = useCanvas((state) => state.nodes.length);
  const shown = useCanvas((state) => state.shown);
  const only = useCanvas((state) => (state.selected.length === 1 ? state.selected[0] : undefined));

  // Before anything is painted, so that the first frame is the right one.
  useLayoutEffect(() => {
    if (isReady || pane.current === null) return;
    const { width, height } = pane.current.getBoundingClientRect();
    const viewport = viewportOfAll(controller.store.get(), { width, height });
    hasFit.current = viewport !== undefined;
    setFirst(viewport);
    setReady(true);
  }, [controller, isReady]);

  const fit = useCallback(() => {
    isFitting.current = true;
    showAll(flow, controller.store.get(), 0);
  }, [controller, flow]);

  useEffect(() => {
    if (hasFit.current || count === 0) return;
    hasFit.current = true;
    fit();
  }, [fit, count]);

  useEffect(() => {
    if (!isReady || pane.current === null) return;
    const { current } = pane;
    const observer = new ResizeObserver(() => {
      const { selected } = controller.store.get();
      if (showsAll.current && hasFit.current) fit();
      // What a card's properties have been opened beside, or below, stays in sight.
      else if (selected.length === 1 && selected[0] !== undefined) keepInSight(flow, current, selected[0]);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [controller, fit, flow, isReady]);

  useEffect(() => {
    if (shown === undefined) return;
    showsAll.current = false;
    const node = flow.getNode(shown.name);
    if (node === undefined || isInSight(flow, node.position)) return;
    void flow.fitView({
      nodes: [{ id: shown.name }],
      maxZoom: flow.getZoom(),
      minZoom: flow.getZoom(),
      duration: calmed(150),
    });
  }, [flow, shown]);

  useEffect(() => {
    if (only !== undefined) showsAll.current = false;
  }, [only]);

  const onMoveEnd: OnMove = useCallback(
    (_event, viewport) => {
      // A button or a key that zooms is a choice as well, though it comes without an event.
      if (!isFitting.current) showsAll.current = false;
      isFitting.current = false;
      if (hasFit.current && !showsAll.current) controller.setView({ viewport });
    },
    [controller],
  );
  return { pane, isReady, viewport: { onMoveEnd, ...(first === undefined ? {} : { defaultViewport: first }) } };
}

/** Moves the view no farther than it takes to have all of a card in it. */
function keepInSight(flow: ReactFlowInstance<CanvasNode, LinkEdge>, pane: HTMLElement, name: string): void {
  const node = flow.getNode(name);
  if (node === undefined) return;
  const { x, y, zoom } = flow.getViewport();
  const { left, top, right, bottom } = pane.getBoundingClientRect();
  const card = flow.flowToScreenPosition(node.position);
  const beyond = (from: number, size: number, least: number, most: number) =>
    Math.min(from - room - least, 0) || Math.max(from + size * zoom + room - most, 0);
  const across = beyond(card.x, cardSize.width, left, right);
  const down = beyond(card.y, cardSize.height + statusHeight, top, bottom);
  if (across !== 0 || down !== 0) void flow.setViewport({ x: x - across, y: y - down, zoom });
}

function isInSight(flow: ReactFlowInstance<CanvasNode, LinkEdge>, position: { x: number; y: number }): boolean {
  const pane = document.querySelector(".react-flow")?.getBoundingClientRect();
  if (pane === undefined) return true;
  const { x, y } = flow.flowToScreenPosition(position);
  return x >= pane.left && x <= pane.right - 80 && y >= pane.top && y <= pane.bottom - 40;
}
