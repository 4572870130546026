import type { Lane } from "../layout/box";

export const app = {
  label: "Stackwright canvas",
  loading: "Reading the manifest…",
  canvas: "Topology",
  canvasHelp: "Drag to move around, scroll to zoom. Drag with Shift held to select several components.",
  resizePalette: "Width of the palette",
  resizeInspector: "Width of the side panel",
  card: "Press Enter to select, arrow keys to move, Delete to remove.",
  link: "Press Enter to select, Delete to disconnect.",
} as const;

export const lanes = {
  public: "Public",
  private: "Private",
  data: "Data",
} satisfies Record<Lane, string>;

export const severity = { error: "Error", warning: "Warning", information: "Information", hint: "Hint" } as const;

export const invalid = {
  title: "The text cannot be read.",
  body: "The picture shows the last version that could.",
  nothing: "There is no picture until it can.",
  show: "Show in Text",
} as const;

export const notice = { close: "Close", refused: "The text was not changed." } as const;
