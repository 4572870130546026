import type { Position } from "../../extension/manifest/edit/operation";
import type { Context } from "../menu/command";
import type { MenuTarget } from "../menu/target";
import type { Controller } from "../state/controller";
import { noteIdOf } from "../state/noteNodes";
import { select } from "../state/select";
import { sight } from "./inSight";

/** Typing belongs to the field. */
export function isInField(event: Event): boolean {
  const [inner] = event.composedPath();
  return (
    inner instanceof HTMLInputElement ||
    inner instanceof HTMLTextAreaElement ||
    inner instanceof HTMLSelectElement ||
    (inner instanceof HTMLElement && inner.isContentEditable)
  );
}

/** Whether what happened concerns the canvas: it has the focus, or nothing has. */
export function isOnCanvas(event: Event): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return true;
  if (document.querySelector("[role=menu], [role=dialog]") !== null) return false;
  return target === document.body || target === document.documentElement || isInside(target);
}

function isInside(element: Element): boolean {
  return element.closest(".canvas") !== null && element.closest(".nokey") === null;
}

/** What the focus is on, or else what is selected. */
export function targetOf(element: Element | null = document.activeElement): MenuTarget {
  const group = element?.closest<HTMLElement>("[data-group]")?.dataset["group"];
  if (group !== undefined) return { kind: "group", id: group };
  const edge = element?.closest<HTMLElement>(".react-flow__edge")?.dataset["id"];
  if (edge !== undefined) return { kind: "edge", id: edge };
  const node = element?.closest<HTMLElement>(".react-flow__node")?.dataset["id"];
  const note = node === undefined ? undefined : noteIdOf(node);
  if (note !== undefined) return { kind: "note", id: note };
  return node === undefined ? { kind: "canvas" } : { kind: "cards" };
}

/**
 * What a command is to be carried out on: what is selected, since that is seen; with nothing selected what has the focus,
 * which is selected then. A group is never selected, so its title has to have the focus.
 */
export function contextOf(
  controller: Controller,
  flow: Context["flow"],
  pointer?: { readonly x: number; readonly y: number },
): Context {
  return { controller, flow, target: meant(controller), at: placeOf(flow, pointer) };
}

function meant(controller: Controller): MenuTarget {
  const focused = targetOf();
  const { selected, selectedEdges, selectedNotes } = controller.store.get();
  const [edge] = selectedEdges;
  const [note] = selectedNotes;
  if (focused.kind === "group") return focused;
  if (selected.length > 0) return { kind: "cards" };
  if (note !== undefined) return { kind: "note", id: note };
  if (edge !== undefined) return { kind: "edge", id: edge };
  selectTarget(controller, focused, document.activeElement);
  return focused;
}

/** Makes what is pointed at what is selected, unless it is part of the selection. */
export function selectTarget({ store }: Controller, target: MenuTarget, element: Element | null): void {
  const state = store.get();
  if (target.kind === "edge" && !state.selectedEdges.includes(target.id)) {
    store.update((before) => select(before, [], [target.id]));
  } else if (target.kind === "note" && !state.selectedNotes.includes(target.id)) {
    store.update((before) => select(before, [], [], [target.id]));
  } else if (target.kind === "cards") {
    const name = element?.closest<HTMLElement>(".react-flow__node")?.dataset["id"];
    if (name !== undefined && !state.selected.includes(name)) store.update((before) => select(before, [name]));
  }
}

/** The menu of what has the focus, beside it. */
export function openMenuAtFocus(controller: Controller): boolean {
  const target = meant(controller);
  const element = document.activeElement;
  const box = (target.kind === "canvas" ? document.querySelector(".canvas") : element)?.getBoundingClientRect();
  const [x, y] =
    box === undefined ? [0, 0] : [box.left + Math.min(24, box.width / 2), box.top + Math.min(40, box.height)];
  controller.store.update((state) => ({ ...state, menu: { x, y, target } }));
  return true;
}

function placeOf(flow: Context["flow"], pointer?: { readonly x: number; readonly y: number }): Position {
  if (pointer !== undefined) {
    const { x, y } = flow.screenToFlowPosition(pointer);
    return [x, y];
  }
  const seen = sight(flow);
  return [seen.x + seen.width / 2, seen.y + seen.height / 2];
}
