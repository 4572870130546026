import { useMemo } from "react";
import type { NodeMouseHandler } from "reactflow";
import { endConnecting } from "../state/connecting";
import { withTabStop } from "../state/focusOrder";
import { useController } from "../state/hooks";
import { whyNotChange } from "../state/mayChange";
import { noteIdOf } from "../state/noteNodes";
import type { CanvasNode } from "../state/state";
import { selectTarget, targetOf } from "./focusTarget";

/** Clicks: the right button opens the menu of what it is pressed on; while a connection is made, a click ends it. */
export function usePointing() {
  const controller = useController();
  return useMemo(() => {
    const { store } = controller;
    const onNodeClick: NodeMouseHandler<CanvasNode> = (_event, { id }) => {
      const { connecting } = store.get();
      if (connecting?.by === "keyboard" && id !== connecting.start) void endConnecting(controller, connecting, id);
      store.update((state) => ({ ...state, nodes: withTabStop(state.nodes, id) }));
    };
    const open = (event: MouseEvent | React.MouseEvent) => {
      event.preventDefault();
      const element = event.target instanceof Element ? event.target : null;
      const target = targetOf(element);
      selectTarget(controller, target, element);
      store.update((state) => ({ ...state, menu: { x: event.clientX, y: event.clientY, target } }));
    };
    const onNodeDoubleClick: NodeMouseHandler<CanvasNode> = (_event, { id }) => {
      const note = noteIdOf(id);
      if (note === undefined) return;
      const reason = whyNotChange(store.get(), "add");
      if (reason === undefined) store.update((state) => ({ ...state, editing: { kind: "note", id: note } }));
      else controller.notify(reason);
    };
    return {
      onNodeClick,
      onNodeDoubleClick,
      onNodeContextMenu: open,
      onEdgeContextMenu: open,
      onPaneContextMenu: open,
      onSelectionContextMenu: open,
    };
  }, [controller]);
}
