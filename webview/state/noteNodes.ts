import type { Position } from "../../extension/manifest/edit/operation";
import type { PictureNote } from "../../extension/protocol/messages";
import { strings } from "../strings";
import { offTabOrder } from "./focusOrder";
import type { Move, NoteNode } from "./state";

const prefix = "note:";

/** No component can be called so. */
export function noteNodeId(id: string): string {
  return prefix + id;
}

/** The note's id in the text; undefined for a component's node. */
export function noteIdOf(nodeId: string): string | undefined {
  return nodeId.startsWith(prefix) ? nodeId.slice(prefix.length) : undefined;
}

/** The notes for a picture; one that looks as before is the same object as before, and a dragged one stays where it is. */
export function toNoteNodes(
  previous: readonly NoteNode[],
  notes: readonly PictureNote[],
  moves: ReadonlyMap<string, Move>,
  selected: ReadonlySet<string>,
): NoteNode[] {
  const known = new Map(previous.map((node) => [node.id, node]));
  return notes.map((note) => {
    const id = noteNodeId(note.id);
    const before = known.get(id);
    const at = moves.get(id)?.position ?? note.at;
    const position = placeOf(before, at);
    const isSelected = selected.has(note.id);
    if (before?.data.note === note && before.position === position && before.selected === isSelected) return before;
    const size = note.size === undefined ? {} : { width: note.size[0], height: note.size[1] };
    return {
      id,
      type: "note",
      position,
      data: { note },
      selected: isSelected,
      ariaLabel: strings.notes.label(note.text),
      domAttributes: offTabOrder,
      ...size,
      ...(before?.measured === undefined ? {} : { measured: before.measured }),
      ...(before?.dragging === true ? { dragging: true } : {}),
    };
  });
}

function placeOf(before: NoteNode | undefined, [x, y]: Position): { readonly x: number; readonly y: number } {
  const stays =
    before !== undefined && (before.dragging === true || (before.position.x === x && before.position.y === y));
  return stays ? before.position : { x, y };
}
