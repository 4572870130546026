import { useMemo } from "react";
import type { NodeMouseHandler } from "reactflow";
import { endConnecting } from "../state/connecting";
import { withTabStop } from "../state/focusOrder";
import { useController } from "../state/hooks";
import { whyNotChange } from "../state/mayChange";
import { noteIdOf } from "../state/noteNodes";
import { select } from "../state/select";
import type { CanvasNode } from "../state/state";
import { selectTarget, targetOf } from "./focusTarget";

/** Clicks: the right button opens the menu of what it is pressed on; while a connection is made, a click ends it. */
export function usePointing() {
  const controller = useController();
  return useMemo(() => {
    const { store } = controller;
    const onNodeClick: NodeMouseHandler<CanvasNode> = (event, { id }) => {
      const { connecting } = store.get();
      if (connecting?.by === "keyboard" && id !== connecting.start) void endConnecting(controller, connecting, id);
      // React Flow lets a click on one of many leave all of them selected.
      const isAlone = !event.shiftKey && !event.ctrlKey && !event.metaKey;
      const note = noteIdOf(id);
      store.update((state) => {
        const chosen = isAlone
          ? select(state, note === undefined ? [id] : [], [], note === undefined ? [] : [note])
          : state;
        return { ...chosen, nodes: withTabStop(chosen.nodes, id) };
      });
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
