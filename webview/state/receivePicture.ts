import type { Position } from "../../extension/manifest/edit/operation";
import type { Picture, PictureComponent } from "../../extension/protocol/messages";
import { laneOf } from "../components/componentInfo";
import { place } from "../layout/place";
import { inGraphOrder, withTabStop } from "./focusOrder";
import { problemsByComponent, toEdges, toNodes } from "./nodes";
import { noteNodeId, toNoteNodes } from "./noteNodes";
import { share, shareByKey } from "./share";
import type { Move, State } from "./state";

/** Makes the new picture the one that is shown. What did not change keeps its identity, its place and its selection. */
export function receivePicture(state: State, received: Picture): State {
  const picture = adopt(state.picture, received);
  const names = namesOf(picture.components);
  const moves = unsettled(state.moves, picture);
  const places = placesFor(picture, moves, rememberedPlaces(state, picture));
  const awaited = state.awaited?.names.every((name) => names.has(name)) === true ? state.awaited : undefined;
  const selected = awaited === undefined ? state.selected.filter((name) => names.has(name)) : awaited.names;
  const notes = new Set(picture.notes.map(({ id }) => id));
  const selectedNotes = awaited === undefined ? state.selectedNotes.filter((id) => notes.has(id)) : [];
  const edgesSelected = new Set(awaited === undefined ? state.selectedEdges : []);
  const edges = toEdges(state.edges, picture.edges, edgesSelected);
  const nodes = toNodes(
    state.nodes,
    orderOf(state, picture),
    problemsByComponent(picture.problems),
    places,
    new Set(selected),
  );
  const noteNodes = toNoteNodes(state.notes, picture.notes, moves, new Set(selectedNotes));
  return {
    ...state,
    picture,
    moves,
    nodes: keepList(state.nodes, withTabStop(nodes, awaited?.names[0])),
    notes: keepList(state.notes, noteNodes),
    selectedNotes: keepList(state.selectedNotes, selectedNotes),
    edges: keepList(state.edges, edges),
    selected: keepList(state.selected, selected),
    selectedEdges: keepList(
      state.selectedEdges,
      state.selectedEdges.filter((id) => edges.some((edge) => edge.id === id && edge.selected)),
    ),
    awaited: awaited === undefined ? state.awaited : undefined,
    naming: awaited?.edit === true ? awaited.names[0] : state.naming,
    view: share(state.view, { ...state.view, selected, places: automatic(picture, places, moves, state.view.places) }),
  };
}

/** Places all cards anew that nobody placed. */
export function forgetPlaces(state: State): State {
  if (state.picture === undefined) return state;
  return receivePicture({ ...state, moves: new Map(), view: { ...state.view, places: {} } }, state.picture);
}

/** Only what changes the graph changes the order; sorting a large one is felt at every keystroke. */
function orderOf(state: State, picture: Picture): readonly PictureComponent[] {
  const isSameGraph = state.picture?.components === picture.components && state.picture.edges === picture.edges;
  if (!isSameGraph) return inGraphOrder(picture.components, picture.edges);
  const components = new Map(picture.components.map((component) => [component.name, component]));
  return state.nodes.flatMap(({ id }) => components.get(id) ?? []);
}

function adopt(previous: Picture | undefined, next: Picture): Picture {
  return share(previous, {
    ...next,
    components: shareByKey(previous?.components, next.components, (component) => component.name),
    notes: shareByKey(previous?.notes, next.notes, ({ id }) => id),
    groups: shareByKey(previous?.groups, next.groups, ({ id }) => id),
    problems: shareByKey(
      previous?.problems,
      next.problems,
      (problem) => `${problem.code} ${problem.component} ${problem.message}`,
    ),
  });
}

function unsettled(moves: ReadonlyMap<string, Move>, picture: Picture): ReadonlyMap<string, Move> {
  if (moves.size === 0) return moves;
  const positions = new Map(picture.components.map((component) => [component.name, component.position]));
  for (const { id, at } of picture.notes) positions.set(noteNodeId(id), at);
  return new Map(
    [...moves].filter(([name, move]) => {
      const [x, y] = positions.get(name) ?? [];
      return positions.has(name) && !move.answered && !(x === move.position[0] && y === move.position[1]);
    }),
  );
}

function placesFor(
  picture: Picture,
  moves: ReadonlyMap<string, Move>,
  remembered: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const fixed = new Map<string, Position>();
  for (const { name, position } of picture.components) {
    const known = moves.get(name)?.position ?? position;
    if (known !== undefined) fixed.set(name, known);
  }
  const boxes = picture.components.map(({ name, type }) => ({ name, lane: laneOf(type) }));
  return place(boxes, picture.edges, fixed, remembered);
}

/** One name gone and one come, of the same type: it was renamed, and stays where it is. */
function rememberedPlaces(state: State, picture: Picture): ReadonlyMap<string, Position> {
  const remembered = new Map(Object.entries(state.view.places));
  const before = state.picture?.components ?? [];
  const [then, now] = [namesOf(before), namesOf(picture.components)];
  const gone = before.filter(({ name }) => !now.has(name));
  const come = picture.components.filter(({ name }) => !then.has(name));
  const [left, right] = [gone[0], come[0]];
  if (gone.length !== 1 || come.length !== 1 || left?.type !== right?.type || left === undefined || right === undefined)
    return remembered;
  const spot = remembered.get(left.name);
  if (spot !== undefined && !remembered.has(right.name)) remembered.set(right.name, spot);
  return remembered;
}

function namesOf(components: readonly PictureComponent[]): ReadonlySet<string> {
  return new Set(components.map(({ name }) => name));
}

/**
 * What to remember of automatic places. A card that somebody placed by hand keeps the automatic place it had,
 * so that undoing its move brings it back to there.
 */
function automatic(
  picture: Picture,
  places: ReadonlyMap<string, Position>,
  moves: ReadonlyMap<string, Move>,
  previous: { readonly [name: string]: Position },
): { readonly [name: string]: Position } {
  const remembered = new Map(Object.entries(previous));
  return Object.fromEntries(
    picture.components.flatMap(({ name, position }) => {
      const isPlaced = position !== undefined || moves.has(name);
      const spot = isPlaced ? remembered.get(name) : places.get(name);
      return spot === undefined ? [] : [[name, spot] as const];
    }),
  );
}

function keepList<Item>(previous: Item[], next: Item[]): Item[];
function keepList<Item>(previous: readonly Item[], next: readonly Item[]): readonly Item[];
function keepList<Item>(previous: readonly Item[], next: readonly Item[]): readonly Item[] {
  return previous.length === next.length && previous.every((item, index) => item === next[index]) ? previous : next;
}
