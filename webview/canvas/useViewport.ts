import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type OnMove, type ReactFlowInstance, useReactFlow, type Viewport } from "reactflow";
import { cardSize } from "../layout/box";
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
    const observer = new ResizeObserver(() => {
      if (showsAll.current && hasFit.current) fit();
    });
    observer.observe(pane.current);
    return () => observer.disconnect();
  }, [fit, isReady]);

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
    if (only === undefined) return;
    showsAll.current = false;
    keepUncovered(flow, only);
  }, [flow, only]);

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

/** Where there is little room the properties lie over the canvas: moves the card whose properties they are out from below. */
function keepUncovered(flow: ReactFlowInstance<CanvasNode, LinkEdge>, name: string): void {
  const side = document.querySelector(".side.right");
  const node = flow.getNode(name);
  if (side === null || node === undefined || getComputedStyle(side).position !== "absolute") return;
  const { x, y, zoom } = flow.getViewport();
  const right = flow.flowToScreenPosition(node.position).x + cardSize.width * zoom;
  const covered = right + room - side.getBoundingClientRect().left;
  if (covered > 0) void flow.setViewport({ x: x - covered, y, zoom });
}

function isInSight(flow: ReactFlowInstance<CanvasNode, LinkEdge>, position: { x: number; y: number }): boolean {
  const pane = document.querySelector(".react-flow")?.getBoundingClientRect();
  if (pane === undefined) return true;
  const { x, y } = flow.flowToScreenPosition(position);
  return x >= pane.left && x <= pane.right - 80 && y >= pane.top && y <= pane.bottom - 40;
}
