import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { useReactFlow } from "reactflow";
import type { ComponentTypeInfo } from "../../extension/manifest/schema";
import { framesInSight } from "../canvas/inSight";
import { reach, snap } from "../canvas/snap";
import { laneOf } from "../components/componentInfo";
import { groupAt, groupFrames } from "../groups/frames";
import { cardSize } from "../layout/box";
import { addComponent } from "../state/actions";
import { useController } from "../state/hooks";
import type { CanvasNode, LinkEdge } from "../state/state";

/** Nearer than this, a press is a click. In pixels. */
const threshold = 4;
const freely = { dx: 0, dy: 0, guides: [] };

export interface Drag {
  readonly info: ComponentTypeInfo;
  /** The middle of the card: under the pointer, or in line with other cards near there. In pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly isOverCanvas: boolean;
  readonly zoom: number;
}

/**
 * Drags a component type onto the canvas with pointer events. The browser's own drag and drop is not used: inside the
 * frames that VS Code shows a webview in, it has broken more than once.
 */
export function useDragToCanvas() {
  const controller = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

  /** Over the canvas, where the card would stand, in line with others unless Alt is held; beside it, under the pointer. */
  const carry = useCallback(
    (event: PointerEvent, info: ComponentTypeInfo, isOver: boolean) => {
      const pointer = { x: event.clientX, y: event.clientY };
      const { nodes, notes, picture } = controller.store.get();
      if (!isOver) {
        controller.store.update((state) => (state.carried === undefined ? state : { ...state, carried: undefined }));
        return pointer;
      }
      const { x, y } = flow.screenToFlowPosition(pointer);
      const { width, height } = cardSize;
      const frame = { x: x - width / 2, y: y - height / 2, width, height };
      const others = framesInSight(flow, [...nodes, ...notes]);
      const { dx, dy, guides } = event.altKey ? freely : snap(frame, others, reach / flow.getZoom());
      const placed = { ...frame, x: frame.x + dx, y: frame.y + dy };
      const into = groupAt(groupFrames(picture?.groups ?? [], nodes), placed);
      const carried = { from: new Map(), guides, into, lane: laneOf(info.type) };
      controller.store.update((state) => ({ ...state, carried }));
      return flow.flowToScreenPosition({ x: placed.x + width / 2, y: placed.y + height / 2 });
    },
    [controller, flow],
  );

  const startDrag = useCallback(
    (press: ReactPointerEvent<HTMLElement>, info: ComponentTypeInfo) => {
      if (press.button !== 0 || stop.current !== undefined) return;
      const item = press.currentTarget;
      const { pointerId, clientX, clientY } = press;
      let current: Drag | undefined;

      const onMove = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        const isFar = Math.hypot(event.clientX - clientX, event.clientY - clientY) >= threshold;
        if (current === undefined && !isFar) return;
        // The item gets the pointer's events even when it leaves the window, and no card below is marked meanwhile.
        if (current === undefined) item.setPointerCapture(pointerId);
        const over = isOverCanvas(event);
        current = { info, ...carry(event, info, over), isOverCanvas: over, zoom: flow.getZoom() };
        setDrag(current);
      };
      const onUp = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        const dropped = current;
        const into = controller.store.get().carried?.into;
        end();
        if (dropped === undefined) return;
        swallowClick(item);
        if (!isOverCanvas(event)) return;
        const { x, y } = flow.screenToFlowPosition({ x: dropped.x, y: dropped.y });
        const position = [x - cardSize.width / 2, y - cardSize.height / 2] as const;
        void addComponent(controller, info.type, { position, into });
      };
      const onKey = (event: KeyboardEvent) => {
        if (event.key !== "Escape" || current === undefined) return;
        event.stopPropagation();
        end();
        window.addEventListener("pointerup", () => swallowClick(item), { once: true });
      };
      const end = () => {
        window.removeEventListener("pointermove", onMove);
        window.removeEventListener("pointerup", onUp);
        window.removeEventListener("pointercancel", end);
        window.removeEventListener("keydown", onKey, { capture: true });
        stop.current = undefined;
        setDrag(undefined);
        controller.store.update((state) => ({ ...state, carried: undefined }));
      };
      window.addEventListener("pointermove", onMove);
      window.addEventListener("pointerup", onUp);
      window.addEventListener("pointercancel", end);
      window.addEventListener("keydown", onKey, { capture: true });
      stop.current = end;
    },
    [carry, controller, flow],
  );
  return { drag, startDrag };
}

function isOverCanvas(event: PointerEvent): boolean {
  return document.elementFromPoint(event.clientX, event.clientY)?.closest(".canvas") != null;
}

/** The release of a drag would otherwise count as a click, which adds another component. */
function swallowClick(item: HTMLElement): void {
  item.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => item.removeEventListener("click", swallow, { capture: true }), 0);
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
