import type { ExportTarget } from "../export/exported";
import { herokuBecomes } from "./becomes";
import { herokuFates } from "./fates";
import { writeHeroku } from "./writeHeroku";

/** Heroku: one app, with a process type for each service and an add-on for each store. */
export const heroku: ExportTarget = {
  id: "heroku",
  label: "Heroku",
  fates: herokuFates,
  becomes: herokuBecomes,
  write: writeHeroku,
};
