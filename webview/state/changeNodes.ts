import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange } from "reactflow";
import { isSameList } from "./share";
import type { CardNode, LinkEdge, NoteNode, State } from "./state";

/** What React Flow reports: measuring, dragging, selecting. Removing is not done here: the text says what there is. */
export function changeNodes(state: State, changes: readonly NodeChange<CardNode>[]): State {
  const wanted = changes.filter((change) => change.type !== "remove");
  if (wanted.length === 0) return state;
  const nodes = applyNodeChanges(wanted, state.nodes);
  if (!wanted.some((change) => change.type === "select")) return { ...state, nodes };
  const selected = nodes.flatMap((node) => (node.selected === true ? [node.id] : []));
  if (isSameList(selected, state.selected)) return { ...state, nodes };
  const isPlanned = state.deployment?.phase === "planned";
  return {
    ...state,
    nodes,
    selected,
    rightTab: isPlanned || selected.length === 0 ? state.rightTab : "properties",
    view: { ...state.view, selected },
  };
}

/** As `changeNodes`, for notes. */
export function changeNotes(state: State, changes: readonly NodeChange<NoteNode>[]): State {
  const wanted = changes.filter((change) => change.type !== "remove");
  if (wanted.length === 0) return state;
  const notes = applyNodeChanges(wanted, state.notes);
  const selectedNotes = notes.flatMap((node) => (node.selected === true ? [node.data.note.id] : []));
  return {
    ...state,
    notes,
    selectedNotes: isSameList(selectedNotes, state.selectedNotes) ? state.selectedNotes : selectedNotes,
  };
}

export function changeEdges(state: State, changes: readonly EdgeChange<LinkEdge>[]): State {
  const wanted = changes.filter((change) => change.type !== "remove");
  if (wanted.length === 0) return state;
  const edges = applyEdgeChanges(wanted, state.edges);
  const selectedEdges = edges.flatMap((edge) => (edge.selected === true ? [edge.id] : []));
  return {
    ...state,
    edges,
    selectedEdges: isSameList(selectedEdges, state.selectedEdges) ? state.selectedEdges : selectedEdges,
  };
}
