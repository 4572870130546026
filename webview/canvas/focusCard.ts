import { flushSync } from "react-dom";
import type { Controller } from "../state/controller";
import { withTabStop } from "../state/focusOrder";
import { select } from "../state/select";

/** Moves the focus to a card, which becomes the one that Tab leads to. */
export function focusCard({ store }: Controller, name: string): void {
  // A card may get its element only by being the one that has the focus.
  flushSync(() => store.update((state) => ({ ...state, nodes: withTabStop(state.nodes, name) })));
  element(".react-flow__node", name)?.focus();
}

/** Selects a line and moves the focus to it. */
export function focusEdge({ store }: Controller, id: string): void {
  flushSync(() => store.update((state) => select(state, [], [id])));
  element(".react-flow__edge", id)?.focus();
}

function element(selector: string, id: string): HTMLElement | SVGElement | null {
  return document.querySelector<HTMLElement | SVGElement>(`${selector}[data-id="${CSS.escape(id)}"]`);
}
