import { type PointerEvent as ReactPointerEvent, useCallback, useContext } from "react";
import { useReactFlow } from "reactflow";
import { DraggingContext } from "../canvas/DraggingContext";
import type { Dragging } from "../canvas/useDragging";
import { useController } from "../state/hooks";
import { select } from "../state/select";
import type { CanvasNode, LinkEdge } from "../state/state";

/** Nearer than this, a press is a click. In pixels. */
const threshold = 3;

/** Dragging a group is dragging all of its cards: with the same lines to stand in, the same refusals, and one step. */
export function useGroupDrag(components: readonly string[]) {
  const controller = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const dragging = useContext(DraggingContext);
  return useCallback(
    (press: ReactPointerEvent<HTMLElement>) => {
      if (press.button !== 0 || dragging === undefined) return;
      const { store } = controller;
      const { pointerId } = press;
      const start = flow.screenToFlowPosition({ x: press.clientX, y: press.clientY }, { snapToGrid: false });
      const from = new Map(store.get().nodes.map(({ id, position }) => [id, position]));
      let isUnderWay = false;

      const onMove = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
        if (!isUnderWay && far < threshold) return;
        if (!isUnderWay) {
          isUnderWay = true;
          store.update((state) => select(state, components));
          dragging.start(store.get().nodes.filter(({ id }) => components.includes(id)));
        }
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
        dragging.put(movesBy(components, from, x - start.x, y - start.y, true));
      };
      const onUp = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        window.removeEventListener("pointermove", onMove);
        window.removeEventListener("pointerup", onUp);
        window.removeEventListener("pointercancel", onUp);
        if (!isUnderWay) return;
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
        dragging.put(movesBy(components, from, x - start.x, y - start.y, false));
        dragging.stop();
      };
      window.addEventListener("pointermove", onMove);
      window.addEventListener("pointerup", onUp);
      window.addEventListener("pointercancel", onUp);
    },
    [components, controller, dragging, flow],
  );
}

function movesBy(
  names: readonly string[],
  from: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  dx: number,
  dy: number,
  dragging: boolean,
): Parameters<Dragging["put"]>[0] {
  return names.flatMap((id) => {
    const start = from.get(id);
    return start === undefined
      ? []
      : [{ id, type: "position", position: { x: start.x + dx, y: start.y + dy }, dragging }];
  });
}
