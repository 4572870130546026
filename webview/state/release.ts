import { strings } from "../strings";
import type { Controller } from "./controller";
import { whyNotChange } from "./mayChange";
import type { State } from "./state";

/** Those of some components whose position is in the text. */
export function placedByHand(state: State, names: readonly string[]): readonly string[] {
  const wanted = new Set(names);
  const components = state.picture?.components ?? [];
  return components.flatMap(({ name, position }) => (position !== undefined && wanted.has(name) ? [name] : []));
}

/** All of them, and the names that have a position and no component. */
export function allPlaced({ picture }: State): readonly string[] {
  const components = picture?.components ?? [];
  return [
    ...components.flatMap(({ name, position }) => (position === undefined ? [] : [name])),
    ...(picture?.astray ?? []),
  ];
}

/** Takes positions out of the text, in one step: the automatic layout finds a place for what has none. */
export async function release(controller: Controller, names: readonly string[]): Promise<void> {
  const reason = whyNotChange(controller.store.get(), "place");
  if (reason !== undefined) return controller.notify(reason);
  if (names.length === 0) return controller.notify(strings.layout.nothingPlaced, "information");
  const positions = Object.fromEntries(names.map((name) => [name, null]));
  await controller.edit([{ kind: "moveComponents", positions }], strings.layout.released(names));
}
