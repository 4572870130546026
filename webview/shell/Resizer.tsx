import { type PointerEvent, useRef } from "react";
import { useController } from "../state/hooks";

interface ResizerProps {
  readonly label: string;
  /** Where the panel lies, as seen from the canvas. */
  readonly side: "left" | "right" | "below";
  /** In pixels: the panel's width, or the height of one that lies below. */
  readonly size: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly standard: number;
  readonly onSize: (size: number) => void;
}

const step = 16;

/** The border of a panel: dragged, or moved with the arrow keys; Home, End and a double click go to the limits and back. */
export function Resizer({ label, side, size, minimum, maximum, standard, onSize }: ResizerProps) {
  const controller = useController();
  const start = useRef<{ readonly at: number; readonly size: number } | undefined>(undefined);
  const isBelow = side === "below";
  const along = ({ clientX, clientY }: PointerEvent) => (isBelow ? clientY : clientX);
  const set = (wanted: number) => onSize(Math.round(Math.min(maximum, Math.max(minimum, wanted))));
  const grow = side === "left" ? 1 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved.
    <div
      className={`resizer resizer-${side}`}
      role="separator"
      aria-orientation={isBelow ? "horizontal" : "vertical"}
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (start.current !== undefined) set(start.current.size + grow * (along(event) - start.current.at));
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onPointerCancel={() => {
        start.current = undefined;
      }}
      onDoubleClick={() => set(standard)}
      onKeyDown={(event) => {
        const wanted = {
          [isBelow ? "ArrowUp" : "ArrowLeft"]: size - grow * step,
          [isBelow ? "ArrowDown" : "ArrowRight"]: size + grow * step,
          Home: minimum,
          End: maximum,
        }[event.key];
        if (wanted === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        set(wanted);
        controller.announce(`${label}: ${Math.min(maximum, Math.max(minimum, wanted))}`);
      }}
    />
  );
}
