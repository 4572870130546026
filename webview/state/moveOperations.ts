import type { Operation, Position } from "../../extension/manifest/edit/operation";
import { strings } from "../strings";
import { noteIdOf } from "./noteNodes";
import type { State } from "./state";

/** What writes new places of nodes, with as few operations as there can be. */
export function moveOperations(positions: ReadonlyMap<string, Position>): readonly Operation[] {
  const cards: [string, Position][] = [];
  const operations: Operation[] = [];
  for (const [id, position] of positions) {
    const note = noteIdOf(id);
    if (note === undefined) cards.push([id, position]);
    else operations.push({ kind: "setValue", path: ["canvas", "$notes", note, "at"], value: [...position] });
  }
  if (cards.length > 0) operations.unshift({ kind: "moveComponents", positions: Object.fromEntries(cards) });
  return operations;
}

/** Nodes as they are called in an announcement: components by their name, notes as notes. */
export function namesOf(state: State, positions: ReadonlyMap<string, Position>): readonly string[] {
  const names = new Set(state.nodes.map(({ id }) => id));
  return [...positions.keys()].map((id) => (names.has(id) ? id : strings.notes.one));
}
