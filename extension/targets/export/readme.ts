import type { App } from "../../manifest/app";
import { hint } from "./envExample";
import type { Exported, ExportTarget, Note } from "./exported";
import { fieldOf } from "./fieldOf";

/** A page beside the files: how it is started, what has to be set first, and what of the manifest is not in them. */
export function exportReadme(app: App, { label }: ExportTarget, { variables, notes, next }: Exported): string {
  const lines = [
    `# ${app.name} (${app.environment}) for ${label}`,
    "",
    "Stackwright made these files. They are yours to change; exporting again overwrites none of them.",
    ...section(
      "Before the first start",
      variables.map((variable) => `- \`${variable.name}\`: ${hint(variable)}`),
    ),
    ...section("Start", next.length > 0 ? ["```sh", ...next, "```"] : []),
    ...section("Not in these files, or not in the same way", notes.map(line)),
  ];
  return `${lines.join("\n")}\n`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ["", `## ${title}`, "", ...lines] : [];

const line = (note: Note): string => `- \`${fieldOf(note)}\`: ${note.text}`;
