import { focusCard } from "../../canvas/focusCard";
import { remove } from "../../state/actions";
import { beginConnecting } from "../../state/connecting";
import { whyNotChange } from "../../state/mayChange";
import { show } from "../../state/select";
import type { LinkEdge, State } from "../../state/state";
import { strings } from "../../strings";
import type { Command } from "../command";
import type { MenuTarget } from "../target";

const words = strings.commands;

/** Of a line that follows from a reference, why nothing can be done with it here. */
function whyNotMove(state: State, target: MenuTarget): string | undefined {
  const edge = edgeOf(state, target);
  if (edge?.data?.kind === "reference") return strings.connect.inferred(edge.source, edge.target);
  return whyNotChange(state, "place");
}

/** What can be done with a line between two cards. */
export const connectionCommands: readonly Command[] = [
  {
    id: "moveEnd",
    label: words.moveEnd,
    icon: "plug",
    keys: ["C"],
    on: ["edge"],
    part: 0,
    whyNot: whyNotMove,
    run: ({ controller, target }) => {
      const edge = edgeOf(controller.store.get(), target);
      if (edge !== undefined) beginConnecting(controller, edge.source, false, edge.id);
    },
  },
  {
    id: "moveStart",
    label: words.moveStart,
    keys: ["Shift+C"],
    on: ["edge"],
    part: 0,
    whyNot: whyNotMove,
    run: ({ controller, target }) => {
      const edge = edgeOf(controller.store.get(), target);
      if (edge !== undefined) beginConnecting(controller, edge.target, true, edge.id);
    },
  },
  goTo("goToSource", "source"),
  goTo("goToTarget", "target"),
  {
    id: "disconnect",
    label: words.disconnect,
    icon: "debug-disconnect",
    keys: ["Delete", "Backspace"],
    on: ["edge"],
    part: 7,
    whyNot: whyNotMove,
    run: ({ controller, target }) => {
      if (target.kind === "edge") void remove(controller, [], [target.id]);
    },
  },
];

function goTo(id: string, end: "source" | "target"): Command {
  return {
    id,
    label: (state, target) => words.goToSource(edgeOf(state, target)?.[end] ?? ""),
    on: ["edge"],
    part: 1,
    run: ({ controller, target }) => {
      const name = edgeOf(controller.store.get(), target)?.[end];
      if (name === undefined) return;
      controller.store.update((state) => show(state, name));
      focusCard(controller, name);
    },
  };
}

function edgeOf(state: State, target: MenuTarget): LinkEdge | undefined {
  return target.kind === "edge" ? state.edges.find(({ id }) => id === target.id) : undefined;
}
