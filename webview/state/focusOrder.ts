import type { PictureComponent, PictureEdge } from "../../extension/protocol/messages";
import { laneOf } from "../components/componentInfo";
import { intoColumns } from "../layout/layers";
import type { CardNode } from "./state";

/** The canvas is one stop for the Tab key; inside, arrow keys lead from card to card. */
export const inTabOrder = { tabIndex: 0 } as const;
export const offTabOrder = { tabIndex: -1 } as const;

/** As the graph runs: from the entrance over what it calls to where data rests. */
export function inGraphOrder(
  components: readonly PictureComponent[],
  edges: readonly PictureEdge[],
): readonly PictureComponent[] {
  const boxes = components.map(({ name, type }) => ({ name, lane: laneOf(type) }));
  const rank = new Map(
    intoColumns(boxes, edges)
      .flatMap(({ names }) => names)
      .map((name, index) => [name, index]),
  );
  return [...components].sort((left, right) => (rank.get(left.name) ?? 0) - (rank.get(right.name) ?? 0));
}

/** Makes one card the stop for the Tab key: the named one, or the one that was, or the first. */
export function withTabStop(nodes: CardNode[], name?: string): CardNode[] {
  const wanted = nodes.find(({ id }) => id === name) ?? nodes.find(isStop) ?? nodes[0];
  if (nodes.every((node) => isStop(node) === (node === wanted))) return nodes;
  return nodes.map((node) => {
    if (isStop(node) === (node === wanted)) return node;
    return { ...node, domAttributes: node === wanted ? inTabOrder : offTabOrder };
  });
}

function isStop(node: CardNode): boolean {
  return node.domAttributes?.tabIndex === 0;
}
