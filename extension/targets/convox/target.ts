import type { ExportTarget } from "../export/exported";
import { convoxBecomes } from "./becomes";
import { convoxFates } from "./fates";
import { writeConvox } from "./writeConvox";

/** Convox, a rack of the third generation on AWS: `convox.yml`. */
export const convox: ExportTarget = {
  id: "convox",
  label: "Convox",
  fates: convoxFates,
  becomes: convoxBecomes,
  write: writeConvox,
};
