import type { Operation, Position } from "../../extension/manifest/edit/operation";
import { freeName } from "../components/naming";
import { strings } from "../strings";
import type { Controller } from "./controller";
import { whyNotChange } from "./mayChange";

const place = (id: string, ...rest: readonly string[]) => ["canvas", "$notes", id, ...rest];
const round = ([x, y]: Position): [number, number] => [Math.round(x), Math.round(y)];

/** A note there; its words are then ready to be typed. */
export async function addNote(controller: Controller, at: Position): Promise<void> {
  const { picture } = controller.store.get();
  const reason = whyNotChange(controller.store.get(), "add");
  if (reason !== undefined || picture === undefined) return controller.notify(reason ?? strings.refused.loading);
  const id = freeName("note", new Set(picture.notes.map((note) => note.id)));
  const value = { text: strings.notes.untitled, at: round(at) };
  const answer = await controller.edit([{ kind: "setValue", path: place(id), value }], strings.notes.added);
  if (answer.ok) controller.store.update((state) => ({ ...state, editing: { kind: "note", id } }));
}

/** New words; without any, the note goes. */
export async function writeNote(controller: Controller, id: string, text: string): Promise<void> {
  const state = controller.store.get();
  const note = state.picture?.notes.find((other) => other.id === id);
  if (note === undefined || note.text === text) return;
  const isEmpty = text.trim() === "";
  const reason = whyNotChange(state, isEmpty ? "place" : "add");
  if (reason !== undefined) return controller.notify(reason);
  const operation: Operation = isEmpty
    ? { kind: "removeValue", path: place(id) }
    : { kind: "setValue", path: place(id, "text"), value: text };
  await controller.edit([operation], isEmpty ? strings.notes.removed : strings.notes.written);
}

/** The size and, since the left or upper edge may have been dragged, the place. */
export async function resizeNote(controller: Controller, id: string, at: Position, size: Position): Promise<void> {
  const note = controller.store.get().picture?.notes.find((other) => other.id === id);
  if (note === undefined) return;
  const [x, y] = round(at);
  const operations: Operation[] = [{ kind: "setValue", path: place(id, "size"), value: round(size) }];
  if (note.at[0] !== x || note.at[1] !== y) operations.push({ kind: "setValue", path: place(id, "at"), value: [x, y] });
  await controller.edit(operations, strings.notes.resized);
}

export function removeNotes(ids: readonly string[]): readonly Operation[] {
  return ids.map((id): Operation => ({ kind: "removeValue", path: place(id) }));
}
