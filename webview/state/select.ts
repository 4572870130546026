import type { State } from "./state";

/** Selects exactly these components and links; the cards and lines that do not change keep their identity. */
export function select(state: State, components: readonly string[], links: readonly string[] = []): State {
  const cards = new Set(components);
  const lines = new Set(links);
  return {
    ...state,
    nodes: state.nodes.map((node) =>
      node.selected === cards.has(node.id) ? node : { ...node, selected: cards.has(node.id) },
    ),
    edges: state.edges.map((edge) =>
      edge.selected === lines.has(edge.id) ? edge : { ...edge, selected: lines.has(edge.id) },
    ),
    selected: components,
    selectedEdges: links,
    rightTab: state.deployment?.phase === "planned" ? state.rightTab : "properties",
    view: { ...state.view, selected: components },
  };
}

/** Selects it as soon as a picture has it, now when it is there already. */
export function awaitComponent(state: State, name: string, edit: boolean): State {
  const isThere = state.picture?.components.some((component) => component.name === name) === true;
  if (!isThere) return { ...state, awaited: { name, edit } };
  return { ...select(state, [name]), awaited: undefined, naming: edit ? name : state.naming };
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
