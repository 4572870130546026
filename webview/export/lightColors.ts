import type { ComponentStatus } from "../deployment/componentStatus";
import type { Colors } from "../paint/colors";

/** As charts are in VS Code's light theme. */
const accents: Readonly<Record<string, string>> = {
  blue: "#1a85ff",
  green: "#388a34",
  orange: "#d18616",
  purple: "#652d90",
  red: "#e51400",
  yellow: "#bf8803",
  foreground: "#3b3b3b",
};

/** As `card.css` has them, in the same theme. */
const tones: Readonly<Record<ComponentStatus["tone"], string>> = {
  calm: "#5f5f5f",
  working: "#005fb8",
  good: "#388a34",
  bad: "#c72e0f",
  add: "#587c0c",
  modify: "#895503",
  "maybe-replace": "#a86400",
  replace: "#a86400",
  remove: "#ad0707",
};

/** For paper and for documents, whatever theme is worked in. */
export const lightColors: Colors = {
  background: "#ffffff",
  foreground: "#1f1f1f",
  dim: "#5f5f5f",
  border: "#c8c8c8",
  link: "#767676",
  focus: "#005fb8",
  lane: "#f6f6f6",
  laneBorder: "#e5e5e5",
  error: "#c72e0f",
  warning: "#a86400",
  information: "#1a85ff",
  font: '"Segoe UI", "Helvetica Neue", Arial, sans-serif',
  accent: (css) => accents[/--vscode-charts-(\w+)/.exec(css)?.[1] ?? "foreground"] ?? "#3b3b3b",
  tone: (tone) => tones[tone],
  glyph: () => "",
};
