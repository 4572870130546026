import type { Controller } from "../state/controller";
import { withTabStop } from "../state/focusOrder";

/** Moves the focus to a card, which becomes the one that Tab leads to. */
export function focusCard({ store }: Controller, name: string): void {
  store.update((state) => ({ ...state, nodes: withTabStop(state.nodes, name) }));
  element(".react-flow__node", name)?.focus();
}

export function focusEdge(id: string): void {
  element(".react-flow__edge", id)?.focus();
}

function element(selector: string, id: string): HTMLElement | SVGElement | null {
  return document.querySelector<HTMLElement | SVGElement>(`${selector}[data-id="${CSS.escape(id)}"]`);
}
