import { t } from "../manifest/l10n";
import { importCompose } from "./compose/importCompose";
import { formatByName, formatByShape } from "./detect";
import { type Files, type Format, formats, type Imported, type ImportOptions } from "./imported";
import { readValue } from "./readValue";

type Importer = (file: string, text: string, files: Files, options: ImportOptions) => Imported;

/** How each format is read. */
const importers: Partial<Record<Format, Importer>> = {
  compose: importCompose,
};

/**
 * Makes a manifest of what an application is described by elsewhere. Never throws: what cannot be imported is refused
 * with the reason. Files that it would read and that are not among the texts are `missing` in the result; who can find
 * them calls again with them.
 * @param file its path among the texts
 */
export function importFrom(file: string, files: Files, options: ImportOptions = {}): Imported {
  const text = files.read(file);
  const refused = (reason: string): Imported => ({ kind: "refused", file, reason, notes: [], missing: files.missing });
  if (text === undefined) return refused(t`${file} is not there.`);
  const format = formatOf(file, text);
  if (format === undefined) {
    return refused(t`${file} is in no known format. There are ${Object.values(formats).join(", ")}.`);
  }
  const importer = importers[format];
  return importer === undefined
    ? refused(t`${formats[format]} files cannot be imported.`)
    : importer(file, text, files, options);
}

function formatOf(file: string, text: string): Format | undefined {
  const named = formatByName(file);
  if (named !== undefined && named !== "compose") return named;
  const read = readValue(file, text);
  return ("value" in read ? formatByShape(read.value) : undefined) ?? named;
}
