import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from "react";
import { useReactFlow } from "reactflow";
import type { ComponentTypeInfo } from "../../extension/manifest/schema";
import { cardSize } from "../layout/box";
import { addComponent } from "../state/actions";
import { useController } from "../state/hooks";

/** Nearer than this, a press is a click. In pixels. */
const threshold = 4;

export interface Drag {
  readonly info: ComponentTypeInfo;
  /** The pointer, in pixels of the window. */
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
  const flow = useReactFlow();
  const [drag, setDrag] = useState<Drag | undefined>(undefined);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);

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
        current = { info, x: event.clientX, y: event.clientY, isOverCanvas: isOverCanvas(event), zoom: flow.getZoom() };
        setDrag(current);
      };
      const onUp = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        const dropped = current;
        end();
        if (dropped === undefined) return;
        swallowClick(item);
        if (!isOverCanvas(event)) return;
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
        void addComponent(controller, info.type, [x - cardSize.width / 2, y - cardSize.height / 2]);
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
      };
      window.addEventListener("pointermove", onMove);
      window.addEventListener("pointerup", onUp);
      window.addEventListener("pointercancel", end);
      window.addEventListener("keydown", onKey, { capture: true });
      stop.current = end;
    },
    [controller, flow],
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
