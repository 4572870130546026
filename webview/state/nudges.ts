import type { Position } from "../../extension/manifest/edit/operation";
import { whyNotChange } from "./mayChange";
import { pending } from "./pending";
import { receivePicture } from "./receivePicture";
import { selectedNodes } from "./selected";
import type { State } from "./state";
import type { Store } from "./store";

/** Pushes with less time between them are one gesture. In milliseconds. */
const pause = 400;

export interface Nudges {
  push(dx: number, dy: number): void;
  /** Writes what waits for a pause. */
  settle(): void;
  /** Takes back what is not written yet. False when all is written: then undoing is VS Code's. */
  takeBack(): boolean;
}

/**
 * Moves by arrow keys. They show at once, and are written as one step when the keys rest; what is not written yet is
 * part of the pending moves, so that a picture that comes meanwhile puts nothing back.
 */
export function createNudges(store: Store<State>, write: (positions: ReadonlyMap<string, Position>) => void): Nudges {
  let moved = new Map<string, Position>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    clearTimeout(timer);
    if (moved.size === 0) return;
    const positions = moved;
    moved = new Map();
    write(positions);
  };

  const push = (dx: number, dy: number) => {
    const state = store.get();
    if (whyNotChange(state, "place") !== undefined) return;
    const nodes = selectedNodes(state);
    // Another selection is another gesture.
    if ([...moved.keys()].some((id) => !nodes.some((node) => node.id === id))) settle();
    for (const { id, position } of nodes) {
      moved.set(id, [Math.round(position.x) + dx, Math.round(position.y) + dy]);
    }
    store.update((before) => moveNodes({ ...before, moves: new Map([...before.moves, ...pending(moved)]) }, moved));
    clearTimeout(timer);
    timer = setTimeout(settle, pause);
  };

  const takeBack = () => {
    clearTimeout(timer);
    if (moved.size === 0) return false;
    const names = moved;
    moved = new Map();
    store.update((state) => {
      const moves = new Map([...state.moves].filter(([id]) => !names.has(id)));
      return state.picture === undefined ? state : receivePicture({ ...state, moves }, state.picture);
    });
    return true;
  };
  return { push, settle, takeBack };
}

/** Puts nodes elsewhere, before the text says so. */
export function moveNodes(state: State, positions: ReadonlyMap<string, Position>): State {
  const moveOne = <Item extends { readonly id: string; readonly position: { x: number; y: number } }>(node: Item) => {
    const at = positions.get(node.id);
    return at === undefined ? node : { ...node, position: { x: at[0], y: at[1] } };
  };
  return { ...state, nodes: state.nodes.map(moveOne), notes: state.notes.map(moveOne) };
}
