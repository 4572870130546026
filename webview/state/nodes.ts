import type { Position } from "../../extension/manifest/edit/operation";
import type { PictureComponent, PictureEdge, PictureProblem } from "../../extension/protocol/messages";
import { labelOf } from "../components/componentInfo";
import { strings } from "../strings";
import { cardShape } from "./cardShape";
import { offTabOrder } from "./focusOrder";
import type { CardData, CardNode, LinkEdge } from "./state";

const none: readonly PictureProblem[] = [];

/**
 * The cards for a picture. A card that looks as before is the same object as before. One that is being dragged stays
 * under the pointer, whatever the picture says.
 */
export function toNodes(
  previous: readonly CardNode[],
  components: readonly PictureComponent[],
  problems: ReadonlyMap<string, readonly PictureProblem[]>,
  places: ReadonlyMap<string, Position>,
  selected: ReadonlySet<string>,
): CardNode[] {
  const known = new Map(previous.map((node) => [node.id, node]));
  return components.map((component) => {
    const before = known.get(component.name);
    const data = reuse(before?.data, { component, problems: problems.get(component.name) ?? none });
    const [x, y] = places.get(component.name) ?? [0, 0];
    const moving = before?.dragging === true;
    const position =
      before !== undefined && (moving || (before.position.x === x && before.position.y === y))
        ? before.position
        : { x, y };
    const isSelected = selected.has(component.name);
    if (
      before !== undefined &&
      before.data === data &&
      before.position === position &&
      before.selected === isSelected
    ) {
      return before;
    }
    const ariaLabel = strings.card.label(
      component.name,
      labelOf(component.type),
      component.summary,
      component.position !== undefined,
    );
    const shape = before ?? { ...cardShape, domAttributes: offTabOrder };
    return { ...shape, id: component.name, type: "card", position, data, selected: isSelected, ariaLabel };
  });
}

/** Several links between the same two of the same kind are one line with all labels. */
export function toEdges(
  previous: readonly LinkEdge[],
  edges: readonly PictureEdge[],
  selected: ReadonlySet<string>,
): LinkEdge[] {
  const known = new Map(previous.map((edge) => [edge.id, edge]));
  const merged = new Map<string, { readonly edge: PictureEdge; readonly labels: string[] }>();
  for (const edge of edges) {
    const id = edgeId(edge);
    const entry = merged.get(id) ?? { edge, labels: [] };
    if (edge.label !== undefined && !entry.labels.includes(edge.label)) entry.labels.push(edge.label);
    merged.set(id, entry);
  }
  return [...merged].map(([id, { edge, labels }]) => {
    const before = known.get(id);
    const label = labels.length === 0 ? undefined : labels.join(", ");
    const isSelected = selected.has(id);
    if (before !== undefined && before.data?.label === label && before.selected === isSelected) return before;
    const data = { kind: edge.kind, ...(label === undefined ? {} : { label }) };
    const ariaLabel = strings.link.label(edge.from, edge.to, edge.kind, label);
    return {
      id,
      type: "link",
      domAttributes: offTabOrder,
      source: edge.from,
      target: edge.to,
      data,
      selected: isSelected,
      ariaLabel,
    };
  });
}

export function edgeId(edge: Pick<PictureEdge, "kind" | "from" | "to">): string {
  return `${edge.kind}:${edge.from}:${edge.to}`;
}

export function problemsByComponent(
  problems: readonly PictureProblem[],
): ReadonlyMap<string, readonly PictureProblem[]> {
  const grouped = new Map<string, PictureProblem[]>();
  for (const problem of problems) {
    if (problem.component === undefined) continue;
    const list = grouped.get(problem.component);
    if (list === undefined) grouped.set(problem.component, [problem]);
    else list.push(problem);
  }
  return grouped;
}

function reuse(before: CardData | undefined, data: CardData): CardData {
  const same =
    before !== undefined &&
    before.component === data.component &&
    before.problems.length === data.problems.length &&
    before.problems.every((problem, index) => problem === data.problems[index]);
  return same ? before : data;
}
