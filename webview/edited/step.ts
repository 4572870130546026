import { focusCard } from "../canvas/focusCard";
import { labelOf } from "../components/componentInfo";
import type { Context } from "../menu/command";
import { show } from "../state/select";
import { strings } from "../strings";
import { editedStatus } from "./editedStatus";
import { nextStop, stopsOf } from "./stops";

/** Goes to the next difference, or back to the previous one: brings it into sight, opens it in the panel, and says it. */
export function stepDifference({ controller }: Pick<Context, "controller">, step: 1 | -1): void {
  const { store } = controller;
  const state = store.get();
  const edited = state.picture?.edited;
  const stops = stopsOf(state);
  const name = nextStop(stops, state.difference, step);
  if (edited === undefined || name === undefined) {
    controller.notify(strings.edited.than(edited?.against?.name).none, "information");
    return;
  }
  const isGone = edited.removed.includes(name);
  store.update((before) => ({
    ...(isGone ? before : show(before, name)),
    difference: name,
    rightTab: "changes",
    view: { ...before.view, inspector: true, ...(isGone ? {} : { selected: [name] }) },
  }));
  if (isGone) document.querySelector<HTMLElement>(`[data-ghost="${CSS.escape(name)}"]`)?.focus();
  else focusCard(controller, name);
  const ghost = edited.against?.ghosts.find((each) => each.name === name);
  const what = isGone
    ? ghost === undefined
      ? strings.compared.ghostFact
      : `${labelOf(ghost.type)}, ${strings.compared.ghostFact}`
    : (editedStatus(edited, name)?.text ?? "");
  controller.announce(strings.compared.said(name, what, stops.indexOf(name) + 1, stops.length));
}
