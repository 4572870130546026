import { focusCard } from "../../canvas/focusCard";
import { ungroup } from "../../state/groups";
import { whyNotChange } from "../../state/mayChange";
import { select } from "../../state/select";
import type { State } from "../../state/state";
import { strings } from "../../strings";
import type { Command } from "../command";
import type { MenuTarget } from "../target";

const words = strings.commands;

/** What can be done with a group, and with a note. */
export const frameAndNoteCommands: readonly Command[] = [
  {
    id: "renameGroup",
    label: words.renameGroup,
    icon: "edit",
    keys: ["F2"],
    on: ["group"],
    part: 0,
    whyNot: (state) => whyNotChange(state, "add"),
    run: ({ controller, target }) => {
      if (target.kind === "group") edit(controller.store, { kind: "group", id: target.id });
    },
  },
  {
    id: "selectMembers",
    label: words.selectMembers,
    on: ["group"],
    part: 0,
    run: ({ controller, target }) => {
      const members = groupOf(controller.store.get(), target)?.components ?? [];
      controller.store.update((state) => select(state, members));
      const [first] = members;
      if (first !== undefined) focusCard(controller, first);
    },
  },
  {
    id: "ungroup",
    label: words.ungroup,
    icon: "ungroup-by-ref-type",
    keys: ["Ctrl+Shift+G", "Delete", "Backspace"],
    on: ["group"],
    part: 7,
    whyNot: (state) => whyNotChange(state, "place"),
    run: ({ controller, target }) => {
      if (target.kind === "group") void ungroup(controller, target.id);
    },
  },
  {
    id: "editNote",
    label: words.editNote,
    icon: "edit",
    keys: ["F2", "Enter"],
    on: ["note"],
    part: 0,
    whyNot: (state) => whyNotChange(state, "add"),
    run: ({ controller, target }) => {
      if (target.kind === "note") edit(controller.store, { kind: "note", id: target.id });
    },
  },
];

function groupOf(state: State, target: MenuTarget) {
  return state.picture?.groups.find(({ id }) => target.kind === "group" && id === target.id);
}

function edit(store: { update(change: (state: State) => State): void }, editing: NonNullable<State["editing"]>): void {
  store.update((state) => ({ ...state, editing }));
}
