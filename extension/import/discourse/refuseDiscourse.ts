import { t } from "../../manifest/l10n";
import { type Files, type Imported, refused } from "../imported";

/** What discourse_docker does is in its templates and scripts, and not in the file that somebody has. */
export function refuseDiscourse(file: string, _text: string, files: Files): Imported {
  const reason = t`discourse_docker builds its image on the machine that runs it, from templates that are not in this file. Take an image that is published, such as discourse/discourse, and its settings from the env of this file.`;
  return refused({ format: "discourse", file, files }, reason);
}
