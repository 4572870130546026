import type { MenuTarget } from "../menu/target";
import type { Controller } from "../state/controller";
import { noteIdOf } from "../state/noteNodes";
import { select, show } from "../state/select";
import { frameOf, selectedNodes } from "../state/selected";
import type { CanvasNode, LinkEdge, State } from "../state/state";
import { focusCard, focusEdge } from "./focusCard";

/** Along connections, through the order of the graph, or to the next card in a direction. */
export type Way =
  | "out"
  | "in"
  | "next"
  | "previous"
  | "first"
  | "last"
  | "ArrowLeft"
  | "ArrowRight"
  | "ArrowUp"
  | "ArrowDown";

/** Moves the focus from where it is; along a connection the selection goes with it. False when there is nowhere to go. */
export function go(controller: Controller, from: MenuTarget, way: Way): boolean {
  const state = controller.store.get();
  const edge = from.kind === "edge" ? state.edges.find(({ id }) => id === from.id) : undefined;
  if (edge !== undefined && (way === "out" || way === "in"))
    return goTo(controller, way === "out" ? edge.target : edge.source);
  if (edge !== undefined && (way === "next" || way === "previous")) {
    const other = nextEdge(state, edge, way === "next" ? 1 : -1);
    if (other !== undefined) focusEdge(controller, other.id);
    return true;
  }
  const focused = document.activeElement?.closest<HTMLElement>(".react-flow__node")?.dataset["id"];
  const start = all(state).find(({ id }) => id === (focused ?? state.selected[0]));
  const next =
    start === undefined ? state.nodes[way === "last" ? state.nodes.length - 1 : 0] : nextNode(state, start, way);
  return next !== undefined && goTo(controller, next.id);
}

type Graph = Pick<State, "nodes" | "notes" | "edges">;

/** Notes come after the cards. */
function all({ nodes, notes }: Pick<State, "nodes" | "notes">): readonly CanvasNode[] {
  return [...nodes, ...notes];
}

/** The card or note that a way leads to; undefined when it leads nowhere. */
export function nextNode(state: Graph, start: CanvasNode, way: Way): CanvasNode | undefined {
  const { edges } = state;
  const nodes = all(state);
  const index = nodes.indexOf(start);
  switch (way) {
    case "first":
      return nodes[0];
    case "last":
      return nodes.at(-1);
    case "next":
      return nodes[index + 1];
    case "previous":
      return nodes[index - 1];
    case "out":
    case "in": {
      const ends = edges.flatMap(({ source, target }) => {
        if (way === "out") return source === start.id ? [target] : [];
        return target === start.id ? [source] : [];
      });
      return nearest(
        start,
        nodes.filter(({ id }) => ends.includes(id)),
      );
    }
    default:
      return towards(start, nodes, way);
  }
}

/** Of the lines that begin or end at the same card. */
function nextEdge(
  { edges }: Pick<State, "edges">,
  { id, source, target }: LinkEdge,
  step: 1 | -1,
): LinkEdge | undefined {
  const near = edges.filter((edge) => edge.source === source || edge.target === target);
  return near.at((near.findIndex((edge) => edge.id === id) + step) % near.length);
}

function goTo(controller: Controller, name: string): boolean {
  controller.store.update((state) => {
    // Whoever has selected nothing only looks around.
    const onlyLooks = selectedNodes(state).length === 0;
    const note = noteIdOf(name);
    const seen = note === undefined ? show(state, name) : select(state, [], [], [note]);
    return onlyLooks ? { ...select(seen, []), rightTab: state.rightTab } : seen;
  });
  focusCard(controller, name);
  return true;
}

function towards(start: CanvasNode, nodes: readonly CanvasNode[], way: Way): CanvasNode | undefined {
  const [x, y] = middle(start);
  const isAhead = (node: CanvasNode) => {
    const [left, top] = middle(node);
    const [dx, dy] = [left - x, top - y];
    if (way === "ArrowLeft") return dx < 0 && Math.abs(dy) <= -dx;
    if (way === "ArrowRight") return dx > 0 && Math.abs(dy) <= dx;
    if (way === "ArrowUp") return dy < 0 && Math.abs(dx) <= -dy;
    return dy > 0 && Math.abs(dx) <= dy;
  };
  return nearest(
    start,
    nodes.filter((node) => node !== start && isAhead(node)),
  );
}

function nearest(start: CanvasNode, nodes: readonly CanvasNode[]): CanvasNode | undefined {
  const [x, y] = middle(start);
  const far = (node: CanvasNode) => Math.hypot(middle(node)[0] - x, middle(node)[1] - y);
  let best: CanvasNode | undefined;
  for (const node of nodes) if (best === undefined || far(node) < far(best)) best = node;
  return best;
}

function middle(node: CanvasNode): readonly [number, number] {
  const { x, y, width, height } = frameOf(node);
  return [x + width / 2, y + height / 2];
}
