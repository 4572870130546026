import type { PictureEdited } from "../../extension/protocol/messages";
import type { State } from "../state/state";

/** How many components of each kind there are; settings of the application count as changes. */
export interface Kinds {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export function kindsOf({ components, removed, other }: PictureEdited): Kinds {
  const kinds = Object.values(components).map(({ kind }) => kind);
  const added = kinds.filter((kind) => kind === "added").length;
  return { added, changed: kinds.length - added + Math.min(1, other.length), removed: removed.length };
}

/** Where the keys lead to, one after the other: the components in the order of the graph, then those that are gone. */
export function stopsOf({ picture, nodes }: Pick<State, "picture" | "nodes">): readonly string[] {
  const edited = picture?.edited;
  if (edited === undefined) return [];
  return [...nodes.flatMap(({ id }) => (Object.hasOwn(edited.components, id) ? [id] : [])), ...edited.removed];
}

/** The stop after or before the one that was looked at last; around the ends. */
export function nextStop(stops: readonly string[], at: string | undefined, step: 1 | -1): string | undefined {
  const index = at === undefined ? -1 : stops.indexOf(at);
  if (index === -1) return step === 1 ? stops[0] : stops.at(-1);
  return stops[(index + step + stops.length) % stops.length];
}
