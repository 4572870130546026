import type { Manifest } from "../../manifest/manifest";
import { placeOf } from "../../manifest/placeOf";
import type { Note } from "../../targets/export/exported";
import { fieldOf } from "../../targets/export/fieldOf";
import { clean, type Paint } from "../style";
import { positionAt } from "./position";

/** What an export leaves out, with its place as editors count it, from 1. */
export interface NoteRow {
  readonly component?: string;
  /** As the manifest has it: `web.scale`. */
  readonly field: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** In the order of the text. */
export function noteRows(manifest: Manifest, notes: readonly Note[]): readonly NoteRow[] {
  return notes
    .map((note): NoteRow => {
      const { line, column } = positionAt(manifest.text, placeOf(manifest, note.path)?.start ?? 0);
      const { component, text } = note;
      return { ...(component === undefined ? {} : { component }), field: fieldOf(note), line, column, text };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** `file:line:column field`, which editors make a link of, and why. Nothing when all is carried. */
export function renderNotes(file: string, rows: readonly NoteRow[], paint: Paint): string {
  if (rows.length === 0) return "";
  const lines = rows.map(({ field, line, column, text }) => {
    const where = paint("bold", `${file}:${line}:${column}`);
    return `${where} ${paint("yellow", clean(field))} ${clean(text)}\n`;
  });
  return `\nNot in these files, or not in the same way:\n${lines.join("")}`;
}
