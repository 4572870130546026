import { getViewportForBounds, type ReactFlowInstance } from "reactflow";
import { laneOf } from "../components/componentInfo";
import { laneAreas } from "../layout/lanes";
import type { CardNode, LinkEdge } from "../state/state";

/** In pixels around the lanes. */
const margin = "16px";

/** Shows the whole topology, lanes included, no larger than life. */
export function showAll(flow: ReactFlowInstance<CardNode, LinkEdge>, duration: number): void {
  const pane = document.querySelector(".react-flow");
  const areas = laneAreas(
    flow.getNodes().map(({ data, position }) => ({
      lane: laneOf(data.component.type),
      position: [position.x, position.y],
    })),
  );
  if (pane === null || areas.length === 0) return;
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const width = Math.max(...areas.map((area) => area.x + area.width)) - x;
  const height = Math.max(...areas.map((area) => area.y + area.height)) - y;
  const size = pane.getBoundingClientRect();
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  void flow.setViewport(getViewportForBounds({ x, y, width, height }, size.width, size.height, 0.1, 1, margin), {
    duration: calm ? 0 : duration,
  });
}
