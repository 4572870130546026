import type { MenuTarget } from "../menu/target";
import type { Controller } from "../state/controller";
import { select, show } from "../state/select";
import { frameOf } from "../state/selected";
import type { CardNode, LinkEdge, State } from "../state/state";
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
  const start = state.nodes.find(({ id }) => id === (focused ?? state.selected[0]));
  const next =
    start === undefined ? state.nodes[way === "last" ? state.nodes.length - 1 : 0] : nextCard(state, start, way);
  return next !== undefined && goTo(controller, next.id);
}

/** The card that a way leads to; undefined when it leads nowhere. */
export function nextCard(state: Pick<State, "nodes" | "edges">, start: CardNode, way: Way): CardNode | undefined {
  const { nodes, edges } = state;
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
    const keeps = state.selected.length === 0;
    const seen = show(state, name);
    return keeps ? { ...select(seen, []), rightTab: state.rightTab } : seen;
  });
  focusCard(controller, name);
  return true;
}

function towards(start: CardNode, nodes: readonly CardNode[], way: Way): CardNode | undefined {
  const [x, y] = middle(start);
  const isAhead = (node: CardNode) => {
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

function nearest(start: CardNode, nodes: readonly CardNode[]): CardNode | undefined {
  const [x, y] = middle(start);
  const far = (node: CardNode) => Math.hypot(middle(node)[0] - x, middle(node)[1] - y);
  let best: CardNode | undefined;
  for (const node of nodes) if (best === undefined || far(node) < far(best)) best = node;
  return best;
}

function middle(node: CardNode): readonly [number, number] {
  const { x, y, width, height } = frameOf(node);
  return [x + width / 2, y + height / 2];
}
