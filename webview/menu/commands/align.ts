import { type Alignment, align, alignments } from "../../canvas/align";
import { whyNotChange } from "../../state/mayChange";
import { moveNodes } from "../../state/nudges";
import { frameOf, selectedNodes } from "../../state/selected";
import type { State } from "../../state/state";
import { strings } from "../../strings";
import type { Command, Context } from "../command";

const words = strings.commands;
/** What each is called, and its keys. */
export const looks: Readonly<Record<Alignment, { readonly label: string; readonly keys: readonly string[] }>> = {
  left: { label: words.alignLeft, keys: ["Shift+Alt+ArrowLeft"] },
  centre: { label: words.alignCentre, keys: ["Shift+Alt+C"] },
  right: { label: words.alignRight, keys: ["Shift+Alt+ArrowRight"] },
  top: { label: words.alignTop, keys: ["Shift+Alt+ArrowUp"] },
  middle: { label: words.alignMiddle, keys: ["Shift+Alt+M"] },
  bottom: { label: words.alignBottom, keys: ["Shift+Alt+ArrowDown"] },
  across: { label: words.distributeAcross, keys: ["Shift+Alt+H"] },
  down: { label: words.distributeDown, keys: ["Shift+Alt+V"] },
};

const single: readonly Command[] = alignments.map((how) => ({
  id: `align-${how}`,
  ...looks[how],
  on: ["cards"],
  part: how === "across" || how === "down" ? 2 : how === "left" || how === "centre" || how === "right" ? 0 : 1,
  whyNot: (state) => whyNotAlign(state, how),
  run: (context) => alignSelected(context, how),
}));

/** Bringing what is selected into line. */
export const alignCommands: readonly Command[] = [
  {
    id: "align",
    label: words.align,
    icon: "layout",
    on: ["cards"],
    part: 3,
    isOffered: (state) => selectedNodes(state).length > 1,
    more: single,
  },
];

/** Why the selection cannot be brought into line so; undefined when it can. */
export function whyNotAlign(state: State, how: Alignment): string | undefined {
  const least = how === "across" || how === "down" ? 3 : 2;
  return selectedNodes(state).length < least ? strings.refused.tooFew(least) : whyNotChange(state, "place");
}

/** In one step; what stands in line already is not written. */
export function alignSelected({ controller }: Pick<Context, "controller">, how: Alignment): void {
  const { store } = controller;
  const reason = whyNotAlign(store.get(), how);
  if (reason !== undefined) {
    controller.notify(reason);
    return;
  }
  const places = align(
    selectedNodes(store.get()).map((node) => ({ id: node.id, ...frameOf(node) })),
    how,
  );
  if (places.size === 0) {
    controller.announce(strings.aligned[how]);
    return;
  }
  store.update((state) => moveNodes(state, places));
  void controller.move(places, strings.aligned[how]);
}
