import { ViewportPortal } from "reactflow";
import { useCanvas } from "../state/hooks";
import type { Guide } from "./snap";

const none: readonly Guide[] = [];
/** How far a line goes beyond what it passes. In pixels of the canvas. */
const beyond = 12;

/** The lines along which what is carried stands with something else. */
export function Guides() {
  const guides = useCanvas((state) => state.carried?.guides ?? none);
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={`${axis} ${at}`}
          className={`guide guide-${axis}`}
          style={
            axis === "x"
              ? { transform: `translate(${at}px, ${from - beyond}px)`, height: to - from + 2 * beyond }
              : { transform: `translate(${from - beyond}px, ${at}px)`, width: to - from + 2 * beyond }
          }
        />
      ))}
    </ViewportPortal>
  );
}
