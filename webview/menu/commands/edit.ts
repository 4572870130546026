import { focusCard } from "../../canvas/focusCard";
import { remove } from "../../state/actions";
import { copy, cut, duplicate, paste } from "../../state/clipboard";
import { whyNotChange } from "../../state/mayChange";
import { select } from "../../state/select";
import type { State } from "../../state/state";
import { strings } from "../../strings";
import type { Command } from "../command";

const words = strings.commands;
const needsComponents = (state: State) => (state.selected.length === 0 ? strings.refused.nothingSelected : undefined);
const mayAdd = (state: State) => whyNotChange(state, "add");
const mayPlace = (state: State) => whyNotChange(state, "place");

/** The clipboard, deleting, and selecting all. */
export const editCommands: readonly Command[] = [
  {
    id: "cut",
    label: words.cut,
    keys: ["Ctrl+X"],
    isEvent: true,
    on: ["cards"],
    part: 4,
    whyNot: (state) => needsComponents(state) ?? mayPlace(state),
    run: ({ controller }) => void cut(controller),
  },
  {
    id: "copy",
    label: words.copy,
    icon: "copy",
    keys: ["Ctrl+C"],
    isEvent: true,
    on: ["cards"],
    part: 4,
    whyNot: needsComponents,
    run: ({ controller }) => copy(controller),
  },
  {
    id: "paste",
    label: words.paste,
    icon: "clippy",
    keys: ["Ctrl+V"],
    isEvent: true,
    on: ["canvas", "cards", "group", "note"],
    part: 4,
    whyNot: mayAdd,
    run: ({ controller, at }) => void paste(controller, at),
  },
  {
    id: "duplicate",
    label: words.duplicate,
    keys: ["Ctrl+D"],
    on: ["cards"],
    part: 4,
    whyNot: (state) => needsComponents(state) ?? mayAdd(state),
    run: ({ controller }) => void duplicate(controller),
  },
  {
    id: "selectAll",
    label: words.selectAll,
    keys: ["Ctrl+A"],
    on: ["canvas", "cards", "edge", "group", "note"],
    part: 6,
    isOffered: (state) => state.nodes.length + state.notes.length > 0,
    run: ({ controller }) => {
      const { nodes, notes } = controller.store.get();
      const ids = [nodes.map(({ id }) => id), notes.map(({ data }) => data.note.id)] as const;
      controller.store.update((state) => select(state, ids[0], [], ids[1]));
      controller.announce(strings.selection.all(ids[0].length, ids[1].length));
    },
  },
  {
    id: "delete",
    label: words.delete,
    icon: "trash",
    keys: ["Delete", "Backspace"],
    on: ["cards", "note"],
    part: 7,
    whyNot: mayPlace,
    run: ({ controller }) => {
      const { nodes, selected, selectedEdges, selectedNotes } = controller.store.get();
      const index = nodes.findIndex((node) => node.selected === true);
      void remove(controller, selected, selectedEdges, selectedNotes).then(() =>
        // What had the focus is gone; the keyboard goes on with what stood beside it.
        requestAnimationFrame(() => {
          const left = controller.store.get().nodes;
          const next = left[Math.min(Math.max(0, index), left.length - 1)];
          if (document.activeElement === document.body && next !== undefined) focusCard(controller, next.id);
        }),
      );
    },
  },
];
