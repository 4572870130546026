import type { ExportTarget } from "../export/exported";
import { composeBecomes } from "./becomes";
import { composeFates } from "./fates";
import { writeCompose } from "./writeCompose";

/** Docker Compose: the application on one machine. */
export const compose: ExportTarget = {
  id: "compose",
  label: "Docker Compose",
  fates: composeFates,
  becomes: composeBecomes,
  write: writeCompose,
};
