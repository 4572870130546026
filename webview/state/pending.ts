import type { Position } from "../../extension/manifest/edit/operation";
import type { Move } from "./state";

/** Moves that nobody has answered yet. */
export function pending(positions: ReadonlyMap<string, Position>): readonly (readonly [string, Move])[] {
  return [...positions].map(([name, position]) => [name, { position, answered: false }] as const);
}
