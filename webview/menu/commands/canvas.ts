import { componentTypes } from "../../../extension/manifest/schema";
import { spotFor } from "../../canvas/spotFor";
import { addComponent, toggleLock } from "../../state/actions";
import { whyNotChange } from "../../state/mayChange";
import { addNote } from "../../state/notes";
import { strings } from "../../strings";
import type { Command } from "../command";

const words = strings.commands;
const everywhere = ["canvas", "cards", "edge", "group", "note"] as const;

const additions: readonly Command[] = [...componentTypes.values()].map((info) => ({
  id: `add-${info.type}`,
  label: info.label,
  icon: info.icon,
  on: ["canvas"],
  part: 0,
  whyNot: (state) => whyNotChange(state, "add"),
  run: ({ controller, flow, at }) =>
    void addComponent(controller, info.type, { position: spotFor(controller, flow, info.type, at) }),
}));

/** What concerns no single component. */
export const canvasCommands: readonly Command[] = [
  {
    id: "addComponent",
    label: words.addComponent,
    icon: "add",
    on: ["canvas"],
    part: 0,
    whyNot: (state) => whyNotChange(state, "add"),
    more: additions,
  },
  {
    id: "addNote",
    label: words.addNote,
    icon: "note",
    keys: ["N"],
    on: ["canvas", "cards", "group", "note"],
    part: 0,
    isOffered: (_state, target) => target.kind === "canvas",
    whyNot: (state) => whyNotChange(state, "add"),
    run: ({ controller, at }) => void addNote(controller, at),
  },
  {
    id: "lock",
    label: (state) => (state.picture?.locked === true ? words.unlock : words.lock),
    icon: "lock",
    keys: ["L"],
    on: [...everywhere],
    part: 8,
    isOffered: (_state, target) => target.kind === "canvas",
    whyNot: (state) => whyNotChange(state, "add"),
    run: ({ controller }) => void toggleLock(controller),
  },
  {
    id: "shortcuts",
    label: words.shortcuts,
    icon: "keyboard",
    keys: ["?"],
    on: ["canvas"],
    part: 9,
    run: ({ controller }) => controller.store.update((state) => ({ ...state, help: true })),
  },
];
