import { focusEdge } from "../../canvas/focusCard";
import { portsOf } from "../../components/componentInfo";
import { beginConnecting } from "../../state/connecting";
import { group, moveToGroup } from "../../state/groups";
import { whyNotChange } from "../../state/mayChange";
import type { State } from "../../state/state";
import { strings } from "../../strings";
import type { Command } from "../command";
import { alignCommands } from "./align";

const words = strings.commands;
const only = (state: State) => (state.selected.length === 1 ? state.selected[0] : undefined);
const typeOf = (state: State) => state.picture?.components.find(({ name }) => name === only(state))?.type ?? "";

const lineOf = (state: State) =>
  state.edges.find(({ source }) => source === only(state)) ?? state.edges.find(({ target }) => target === only(state));

const groupsOf = (state: State) => state.picture?.groups ?? [];

/** Puts what is selected into a group, or with no id out of the one that it is in. */
function into(id: string | undefined, label: string): Command {
  return {
    id: `moveTo-${id ?? ""}`,
    label,
    on: ["cards"],
    part: id === undefined ? 1 : 0,
    whyNot: (state) => (isIn(state, id) ? strings.groups.thereAlready : undefined),
    run: ({ controller }) => void moveToGroup(controller, id),
  };
}

/** Whether all that is selected is in that group, or with no id in none. */
function isIn(state: State, id: string | undefined): boolean {
  const own = (name: string) => groupsOf(state).find(({ components }) => components.includes(name))?.id;
  return state.selected.every((name) => own(name) === id);
}

/** What can be done with the selected components. */
export const componentCommands: readonly Command[] = [
  {
    id: "connect",
    label: words.connect,
    icon: "plug",
    keys: ["C"],
    on: ["cards"],
    part: 0,
    isOffered: (state) => only(state) !== undefined && portsOf(typeOf(state)).out,
    whyNot: (state) => whyNotChange(state, "add"),
    run: ({ controller }) => beginConnecting(controller, only(controller.store.get()) ?? ""),
  },
  {
    id: "connectFrom",
    label: words.connectFrom,
    keys: ["Shift+C"],
    on: ["cards"],
    part: 0,
    isOffered: (state) => only(state) !== undefined && portsOf(typeOf(state)).in,
    whyNot: (state) => whyNotChange(state, "add"),
    run: ({ controller }) => beginConnecting(controller, only(controller.store.get()) ?? "", true),
  },
  {
    id: "lines",
    label: words.lines,
    keys: ["E"],
    on: ["cards"],
    part: 0,
    isOffered: (state) => lineOf(state) !== undefined,
    run: ({ controller }) => {
      const line = lineOf(controller.store.get());
      if (line !== undefined) focusEdge(controller, line.id);
    },
  },
  {
    id: "rename",
    label: words.rename,
    icon: "edit",
    keys: ["F2"],
    on: ["cards"],
    part: 1,
    isOffered: (state) => only(state) !== undefined,
    whyNot: (state) => whyNotChange(state, "add"),
    run: ({ controller }) =>
      controller.store.update((state) => ({
        ...state,
        naming: only(state),
        rightTab: "properties",
        view: { ...state.view, inspector: true },
      })),
  },
  {
    id: "openText",
    label: words.openText,
    icon: "go-to-file",
    keys: ["Ctrl+Enter"],
    on: ["cards"],
    part: 1,
    isOffered: (state) => only(state) !== undefined,
    run: ({ controller }) => {
      const name = only(controller.store.get());
      if (name !== undefined) controller.send({ type: "reveal", path: ["components", name] });
    },
  },
  {
    id: "group",
    label: words.group,
    icon: "group-by-ref-type",
    keys: ["Ctrl+G"],
    on: ["cards"],
    part: 3,
    isOffered: (state) => state.selected.length > 0,
    whyNot: (state) => whyNotChange(state, "place"),
    run: ({ controller }) => void group(controller),
  },
  {
    id: "moveTo",
    label: words.moveTo,
    icon: "move",
    on: ["cards"],
    part: 3,
    isOffered: (state) => state.selected.length > 0 && groupsOf(state).length > 0,
    whyNot: (state) => whyNotChange(state, "place"),
    more: (state) => [
      ...groupsOf(state).map(({ id, title }) => into(id, title ?? words.group)),
      into(undefined, words.noGroup),
    ],
  },
  ...alignCommands,
];
