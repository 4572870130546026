import type { State } from "./state";

/** Selects exactly these; the cards, lines and notes that do not change keep their identity. */
export function select(
  state: State,
  components: readonly string[],
  links: readonly string[] = [],
  notes: readonly string[] = [],
): State {
  const cards = new Set(components);
  const lines = new Set(links);
  const boards = new Set(notes);
  return {
    ...state,
    nodes: state.nodes.map((node) =>
      node.selected === cards.has(node.id) ? node : { ...node, selected: cards.has(node.id) },
    ),
    edges: state.edges.map((edge) =>
      edge.selected === lines.has(edge.id) ? edge : { ...edge, selected: lines.has(edge.id) },
    ),
    notes: state.notes.map((node) => {
      const isSelected = boards.has(node.data.note.id);
      return node.selected === isSelected ? node : { ...node, selected: isSelected };
    }),
    selected: components,
    selectedEdges: links,
    selectedNotes: notes,
    rightTab: state.deployment?.phase === "planned" ? state.rightTab : "properties",
    view: { ...state.view, selected: components },
  };
}

/** Selects them as soon as a picture has them all, now when they are there already. */
export function awaitComponents(state: State, names: readonly string[], edit: boolean): State {
  const isThere = names.every((name) => state.picture?.components.some((component) => component.name === name));
  if (!isThere) return { ...state, awaited: { names, edit } };
  return { ...select(state, names), awaited: undefined, naming: edit ? names[0] : state.naming };
}

/** Selects it and brings it into sight. */
export function show(state: State, name: string): State {
  if (state.picture?.components.some((component) => component.name === name) !== true) return state;
  return { ...select(state, [name]), shown: { name } };
}

/** The selected links but those of selected components, which a frame around a card takes along. */
export function looseLinks(state: State): readonly string[] {
  const cards = new Set(state.selected);
  return state.edges.flatMap(({ id, selected, source, target }) =>
    selected === true && !cards.has(source) && !cards.has(target) ? [id] : [],
  );
}
