import { t } from "../manifest/l10n";
import { importCaprover } from "./caprover/importCaprover";
import { importCompose } from "./compose/importCompose";
import { importConvox } from "./convox/importConvox";
import { formatByName, formatByShape } from "./detect";
import { refuseDiscourse } from "./discourse/refuseDiscourse";
import { importFolder } from "./folder/importFolder";
import { importHelm } from "./helm/importHelm";
import { importHeroku } from "./heroku/importHeroku";
import { type Files, type Format, formats, type Imported, type ImportOptions } from "./imported";
import { readValue } from "./readValue";
import { importRender } from "./render/importRender";

type Importer = (file: string, text: string, files: Files, options: ImportOptions) => Imported;

/** How each format is read. */
const importers: Readonly<Record<Format, Importer>> = {
  compose: importCompose,
  heroku: importHeroku,
  render: importRender,
  convox: importConvox,
  helm: importHelm,
  caprover: importCaprover,
  discourse: refuseDiscourse,
  folder: importFolder,
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
  return importers[format](file, text, files, options);
}

function formatOf(file: string, text: string): Format | undefined {
  const named = formatByName(file);
  if (named !== undefined && named !== "compose") return named;
  const read = readValue(file, text);
  return ("value" in read ? formatByShape(read.value) : undefined) ?? named;
}
