import { getViewportForBounds, type ReactFlowInstance, type Viewport } from "reactflow";
import { cover } from "../layout/frame";
import { laneAreas } from "../layout/lanes";
import { calmed } from "../motion/calmed";
import { frameOf } from "../state/selected";
import type { CanvasNode, LinkEdge, State } from "../state/state";
import { laneCardsOf } from "./laneCardOf";

/** From all of a thousand components to twice the size of life. */
export const zoomRange = { least: 0.04, most: 2 } as const;

/** In pixels around the lanes. */
const margin = "16px";

/** Shows the whole topology, lanes included, no larger than life. */
export function showAll(
  flow: ReactFlowInstance<CanvasNode, LinkEdge>,
  state: Pick<State, "nodes" | "notes" | "picture">,
  duration: number,
): void {
  const pane = document.querySelector(".react-flow");
  const viewport = pane === null ? undefined : viewportOfAll(state, pane.getBoundingClientRect());
  if (viewport === undefined) return;
  void flow.setViewport(viewport, { duration: calmed(duration) });
}

/** What shows all of these in a pane of this size, in pixels; undefined when there is nothing to show. */
export function viewportOfAll(
  { nodes, notes, picture }: Pick<State, "nodes" | "notes" | "picture">,
  pane: { readonly width: number; readonly height: number },
): Viewport | undefined {
  if (nodes.length + notes.length === 0) return undefined;
  const cards = laneCardsOf(nodes, picture?.groups ?? []);
  const bounds = cover([...laneAreas(cards), ...cards, ...notes.map(frameOf)]);
  return getViewportForBounds(bounds, pane.width, pane.height, zoomRange.least, 1, margin);
}
