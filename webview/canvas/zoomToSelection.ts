import { getViewportForBounds, type ReactFlowInstance } from "reactflow";
import { cover } from "../layout/frame";
import { calmed } from "../motion/calmed";
import { frameOf, selectedNodes } from "../state/selected";
import type { CanvasNode, LinkEdge, State } from "../state/state";
import { zoomRange } from "./showAll";

/** Shows what is selected as large as it fits, no larger than life. */
export function zoomToSelection(flow: ReactFlowInstance<CanvasNode, LinkEdge>, state: State, duration: number): void {
  const pane = document.querySelector(".react-flow")?.getBoundingClientRect();
  const chosen = selectedNodes(state);
  if (pane === undefined || chosen.length === 0) return;
  const viewport = getViewportForBounds(
    cover(chosen.map(frameOf)),
    pane.width,
    pane.height,
    zoomRange.least,
    1,
    "48px",
  );
  void flow.setViewport(viewport, { duration: calmed(duration) });
}
