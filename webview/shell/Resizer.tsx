import { useRef } from "react";
import { useController } from "../state/hooks";

interface ResizerProps {
  readonly label: string;
  readonly side: "left" | "right";
  /** In pixels. */
  readonly width: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly standard: number;
  readonly onWidth: (width: number) => void;
}

const step = 16;

/** The border of a panel: dragged, or moved with the arrow keys; Home, End and a double click go to the limits and back. */
export function Resizer({ label, side, width, minimum, maximum, standard, onWidth }: ResizerProps) {
  const controller = useController();
  const start = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const set = (wanted: number) => onWidth(Math.round(Math.min(maximum, Math.max(minimum, wanted))));
  const grow = side === "left" ? 1 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved.
    <div
      className={`resizer resizer-${side}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current !== undefined) set(start.current.width + grow * (event.clientX - start.current.x));
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
          ArrowLeft: width - grow * step,
          ArrowRight: width + grow * step,
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
