import type { Position } from "../../extension/manifest/edit/operation";

/**
 * What the webview remembers across hiding, reload and restart: how somebody looks at the picture, never what is in it.
 * Automatic places are kept so that a card does not jump because another came.
 */
export interface ViewState {
  readonly viewport?: { readonly x: number; readonly y: number; readonly zoom: number };
  readonly selected: readonly string[];
  readonly palette: boolean;
  readonly inspector: boolean;
  readonly minimap: boolean;
  /** The components as a list instead of the canvas. */
  readonly list: boolean;
  /** In pixels. */
  readonly paletteWidth: number;
  readonly inspectorWidth: number;
  /** Where it lies below the canvas. */
  readonly inspectorHeight: number;
  /** Which side of the inspector's switch edits are written to, when an environment is chosen. */
  readonly layer: "base" | "environment" | "both";
  /** Sections that were opened or closed by hand. */
  readonly sections: { readonly [id: string]: boolean };
  readonly places: { readonly [component: string]: Position };
}

export const initialView: ViewState = {
  selected: [],
  palette: true,
  inspector: true,
  minimap: false,
  list: false,
  paletteWidth: 200,
  inspectorWidth: 336,
  inspectorHeight: 280,
  layer: "base",
  sections: {},
  places: {},
};

/** Takes from a stored value what still fits; a state written by another version is no reason to fail. */
export function readViewState(stored: unknown): ViewState {
  if (!isRecord(stored)) return initialView;
  const { viewport } = stored;
  return {
    ...(isViewport(viewport) ? { viewport } : {}),
    selected: Array.isArray(stored["selected"]) ? stored["selected"].filter((name) => typeof name === "string") : [],
    palette: stored["palette"] !== false,
    inspector: stored["inspector"] !== false,
    minimap: stored["minimap"] === true,
    list: stored["list"] === true,
    paletteWidth: pixels(stored["paletteWidth"], initialView.paletteWidth),
    inspectorWidth: pixels(stored["inspectorWidth"], initialView.inspectorWidth),
    inspectorHeight: pixels(stored["inspectorHeight"], initialView.inspectorHeight),
    layer: stored["layer"] === "environment" || stored["layer"] === "both" ? stored["layer"] : "base",
    sections: pick(stored["sections"], (value): value is boolean => typeof value === "boolean"),
    places: pick(stored["places"], isPosition),
  };
}

function pick<Value>(source: unknown, fits: (value: unknown) => value is Value): { readonly [key: string]: Value } {
  if (!isRecord(source)) return {};
  const entries = Object.entries(source).filter((entry): entry is [string, Value] => fits(entry[1]));
  return Object.fromEntries(entries);
}

function pixels(value: unknown, standard: number): number {
  return typeof value === "number" && value >= 100 && value <= 1_000 ? value : standard;
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isFinite(part));
}

function isViewport(value: unknown): value is { x: number; y: number; zoom: number } {
  return isRecord(value) && [value["x"], value["y"], value["zoom"]].every((part) => Number.isFinite(part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
