import type { Imported } from "../../import/imported";
import { formats } from "../../import/imported";
import { clean, type Paint } from "../style";

/** One thing of the imported file, at its place. */
export interface ImportRow {
  readonly kind: "left" | "changed" | "ask" | "refused";
  readonly file: string;
  readonly line: number;
  readonly component?: string;
  readonly field: string;
  readonly text: string;
}

export const reportRows = ({ notes }: Imported): readonly ImportRow[] =>
  notes.map(({ kind, place, component, field, text }) => {
    return { kind, file: place.file, line: place.line, ...(component === undefined ? {} : { component }), field, text };
  });

const headings = {
  refused: "Why it cannot be imported:",
  left: "Not in the manifest:",
  changed: "There in another way:",
  ask: "To be filled in, or to be made before the first deployment:",
} as const;

/** What was made, and what was not, in the order in which somebody would want to know it. */
export function importReport(
  imported: Imported,
  {
    rows,
    others,
    written,
  }: { readonly rows: readonly ImportRow[]; readonly others: readonly string[]; readonly written: string | undefined },
  paint: Paint,
): string {
  const parts: string[] = [];
  if (imported.kind === "refused") parts.push(paint("red", `${imported.file} is refused: ${clean(imported.reason)}`));
  else {
    if (written === undefined) parts.push(imported.text.trimEnd(), "");
    const made = imported.components.map(({ name, type }) => `  ${name} (${type})`).join("\n");
    parts.push(`${formats[imported.format]}, ${imported.file}: ${imported.components.length} components`, made);
    if (written !== undefined) parts.push("", `${written} is written.`);
  }
  if (others.length > 0)
    parts.push("", `Not read, since one file is imported at a time: ${others.map(clean).join(", ")}`);
  for (const kind of ["refused", "left", "changed", "ask"] as const) {
    const some = rows.filter((row) => row.kind === kind);
    if (some.length === 0) continue;
    parts.push("", headings[kind], ...some.map((row) => lineOf(row, paint)));
  }
  return `${parts.join("\n")}\n`;
}

function lineOf({ file, line, component, field, text }: ImportRow, paint: Paint): string {
  const what = component === undefined || component === field ? field : `${component}.${field}`;
  return `${paint("bold", `${clean(file)}:${line}`)} ${paint("yellow", clean(what))} ${clean(text)}`;
}
