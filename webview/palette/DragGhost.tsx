import { createPortal } from "react-dom";
import { accentOf } from "../components/componentInfo";
import type { Drag } from "./useDragToCanvas";

/** The card that is going to be, under the pointer and as large as it will be. */
export function DragGhost({ drag }: { readonly drag: Drag }) {
  const { info, x, y, isOverCanvas, zoom } = drag;
  const scale = isOverCanvas ? zoom : Math.min(zoom, 0.8);
  return createPortal(
    <div
      className={`drag-ghost${isOverCanvas ? " over" : ""}`}
      style={{ transform: `translate(${x}px, ${y}px) scale(${scale}) translate(-50%, -50%)` }}
      aria-hidden="true"
    >
      <div className="card" style={{ ["--accent" as string]: accentOf(info.type) }}>
        <div className="card-icon">
          <span className={`codicon codicon-${info.icon}`} />
        </div>
        <div className="card-text">
          <div className="card-name">{info.type}</div>
          <div className="card-summary">{info.label}</div>
        </div>
      </div>
    </div>,
    document.body,
  );
}
