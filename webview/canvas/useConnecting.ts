import { useCallback, useRef } from "react";
import { type FinalConnectionState, type IsValidConnection, type OnConnectStart, useReactFlow } from "reactflow";
import { endConnecting, startConnecting, stopConnecting, whyNotEnd } from "../state/connecting";
import { useController } from "../state/hooks";
import type { CanvasNode, LinkEdge } from "../state/state";
import { cardAt } from "./cardAt";

/** Connections drawn with the pointer, new ones and ends that are moved; they may end anywhere on a card. */
export function useConnecting() {
  const controller = useController();
  const { store } = controller;
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const moved = useRef<string | undefined>(undefined);

  const onReconnectStart = useCallback((_event: unknown, edge: LinkEdge) => {
    moved.current = edge.id;
  }, []);

  const onConnectStart: OnConnectStart = useCallback(
    (_event, { nodeId, handleType }) => {
      if (nodeId === null) return;
      const start = {
        start: nodeId,
        isBackwards: handleType === "target",
        by: "pointer",
        edge: moved.current,
      } as const;
      store.update((state) => startConnecting(state, start));
    },
    [store],
  );

  const isValidConnection: IsValidConnection<LinkEdge> = useCallback(
    ({ source, target }) => {
      const state = store.get();
      const { connecting } = state;
      if (connecting === undefined) return false;
      return whyNotEnd(state, connecting, connecting.isBackwards ? source : target) === undefined;
    },
    [store],
  );

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, connection: FinalConnectionState) => {
      const { connecting } = store.get();
      moved.current = undefined;
      store.update(stopConnecting);
      const touch = "changedTouches" in event ? event.changedTouches[0] : event;
      if (connecting === undefined || touch === undefined) return;
      const point = flow.screenToFlowPosition({ x: touch.clientX, y: touch.clientY });
      const end = connection.toNode?.id ?? cardAt(store.get().nodes, point);
      if (end !== undefined && end !== connecting.start) void endConnecting(controller, connecting, end);
    },
    [controller, flow, store],
  );

  return { onConnectStart, onConnectEnd, onReconnectStart, onReconnect: keep, isValidConnection };
}

/** An end is moved by the text alone; `onConnectEnd` has asked for it. */
function keep(): void {}
