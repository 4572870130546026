import { t } from "../../extension/manifest/l10n";
import type { Lane } from "../layout/box";

export const app = {
  label: t`Stackwright canvas`,
  loading: t`Reading the manifest…`,
  canvas: t`Topology`,
  canvasHelp: t`Drag to move around, scroll to zoom. Drag with Shift held to select several components.`,
  resizePalette: t`Width of the palette`,
  resizeInspector: t`Width of the side panel`,
  resizeBelow: t`Height of the panel below`,
  card: t`Press Enter to select, arrow keys to move, Delete to remove.`,
  link: t`Press Enter to select, Delete to disconnect.`,
} as const;

export const lanes = {
  public: t`Public`,
  private: t`Private`,
  data: t`Data`,
} satisfies Record<Lane, string>;

export const severity = { error: t`Error`, warning: t`Warning`, information: t`Information`, hint: t`Hint` } as const;

export const invalid = {
  title: t`The text cannot be read.`,
  body: t`The picture shows the last version that could.`,
  nothing: t`There is no picture until it can.`,
  show: t`Show in Text`,
} as const;

export const notice = { close: t`Close`, refused: t`The text was not changed.` } as const;
