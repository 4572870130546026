import type { ReactFlowInstance } from "reactflow";
import { type Frame, touches } from "../layout/frame";
import { frameOf } from "../state/selected";
import type { CanvasNode, LinkEdge } from "../state/state";

type Flow = Pick<ReactFlowInstance<CanvasNode, LinkEdge>, "screenToFlowPosition">;

/** What of the canvas can be seen, in its own pixels. */
export function sight(flow: Flow): Frame {
  const pane = document.querySelector(".react-flow")?.getBoundingClientRect();
  if (pane === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  const { x, y } = flow.screenToFlowPosition({ x: pane.left, y: pane.top });
  const end = flow.screenToFlowPosition({ x: pane.right, y: pane.bottom });
  return { x, y, width: end.x - x, height: end.y - y };
}

/** Only what can be seen is worth lining up with. */
export function framesInSight(flow: Flow, nodes: readonly CanvasNode[]): readonly Frame[] {
  const seen = sight(flow);
  return nodes.map(frameOf).filter((frame) => touches(frame, seen));
}
