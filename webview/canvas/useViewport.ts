import { useCallback, useEffect, useRef } from "react";
import { type OnMove, type ReactFlowInstance, useNodesInitialized, useReactFlow } from "reactflow";
import { useCanvas, useController } from "../state/hooks";
import type { CardNode, LinkEdge } from "../state/state";
import { showAll } from "./showAll";

/**
 * Shows what was looked at last time, or everything the first time; brings what the host asks for into sight.
 * Returns the properties that React Flow needs for that.
 */
export function useViewport() {
  const controller = useController();
  const flow = useReactFlow<CardNode, LinkEdge>();
  const first = useRef(controller.store.get().view.viewport);
  const hasFit = useRef(first.current !== undefined);
  const isMeasured = useNodesInitialized();
  const count = useCanvas((state) => state.nodes.length);
  const shown = useCanvas((state) => state.shown);

  useEffect(() => {
    if (hasFit.current || !isMeasured || count === 0) return;
    hasFit.current = true;
    showAll(flow, 0);
  }, [flow, isMeasured, count]);

  useEffect(() => {
    if (shown === undefined) return;
    const node = flow.getNode(shown.name);
    if (node === undefined || isInSight(flow, node.position)) return;
    void flow.fitView({ nodes: [{ id: shown.name }], maxZoom: flow.getZoom(), minZoom: flow.getZoom(), duration: 150 });
  }, [flow, shown]);

  const onMoveEnd: OnMove = useCallback(
    (_event, viewport) => {
      if (hasFit.current) controller.setView({ viewport });
    },
    [controller],
  );
  return { onMoveEnd, ...(first.current === undefined ? {} : { defaultViewport: first.current }) };
}

function isInSight(flow: ReactFlowInstance<CardNode, LinkEdge>, position: { x: number; y: number }): boolean {
  const pane = document.querySelector(".react-flow")?.getBoundingClientRect();
  if (pane === undefined) return true;
  const { x, y } = flow.flowToScreenPosition(position);
  return x >= pane.left && x <= pane.right - 80 && y >= pane.top && y <= pane.bottom - 40;
}
