import type { ExportTarget } from "../export/exported";
import { renderBecomes } from "./becomes";
import { renderFates } from "./fates";
import { writeRender } from "./writeRender";

/** Render: a Blueprint, `render.yaml`. */
export const render: ExportTarget = {
  id: "render",
  label: "Render",
  fates: renderFates,
  becomes: renderBecomes,
  write: writeRender,
};
