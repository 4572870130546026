import { escapeMarkdown } from "../manifest/escapeMarkdown";
import { t } from "../manifest/l10n";
import type { Note } from "./draft";
import { formats, type Imported } from "./imported";
import type { Place } from "./value";

const headings: Readonly<Record<Note["kind"], string>> = {
  refused: t`Why it cannot be imported`,
  ask: t`To be filled in, or to be made before the first deployment`,
  left: t`Not in the manifest`,
  changed: t`There in another way`,
};

/**
 * What an import made and what it did not, as a page: first what somebody has to do. @param link the target of a link to a
 * place; without one, the place is words
 */
export function markdownReport(imported: Imported, link?: (place: Place) => string): string {
  const { file, notes } = imported;
  const made =
    imported.kind === "refused"
      ? [escapeMarkdown(imported.reason)]
      : imported.components.map(({ name, type }) => `- **${escapeMarkdown(name)}** (${escapeMarkdown(type)})`);
  const title =
    imported.kind === "refused"
      ? t`${file} cannot be imported`
      : t`${file} (${formats[imported.format]}) as a manifest`;
  const kinds = (Object.keys(headings) as Note["kind"][]).filter((kind) => notes.some((note) => note.kind === kind));
  const parts = kinds.flatMap((kind) => [
    `## ${headings[kind]}`,
    notes.flatMap((note) => (note.kind === kind ? [lineOf(note, link)] : [])).join("\n"),
  ]);
  const all = imported.kind === "manifest" && notes.length === 0 ? [t`All of it is in the manifest.`] : [];
  return `${[`# ${escapeMarkdown(title)}`, made.join("\n"), ...all, ...parts].join("\n\n")}\n`;
}

function lineOf({ place, component, field, text }: Note, link: ((place: Place) => string) | undefined): string {
  const at = escapeMarkdown(`${place.file}:${place.line}`);
  const what = component === undefined || component === field ? field : `${component}.${field}`;
  return `- ${link === undefined ? at : `[${at}](${link(place)})`} **${escapeMarkdown(what)}** ${escapeMarkdown(text)}`;
}
