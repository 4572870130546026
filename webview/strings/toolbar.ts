import { count } from "./words";

export const toolbar = {
  label: "Canvas",
  environment: "Environment",
  problems: (number: number) => (number === 0 ? "No problems" : count(number, "problem", "problems")),
  problemsTitle: "Problems",
  line: (line: number) => `Line ${line}`,
  goToLine: (line: number, message: string) => `Line ${line}: ${message}. Show in text`,
  openText: "Open Text",
  openTextHelp: "Open the manifest beside the canvas",
  deploy: "Plan & Deploy",
  deployRunning: "A deployment is under way.",
  deployPlanned: "A plan is waiting for your decision.",
  deployErrors: (number: number) => `${count(number, "error", "errors")} must be fixed first.`,
  deployEmpty: "There is nothing to deploy yet.",
  readOnly: "Read-only",
  showPalette: "Show Palette",
  hidePalette: "Hide Palette",
  showInspector: "Show Properties",
  hideInspector: "Hide Properties",
} as const;
