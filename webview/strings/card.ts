import type { ComponentPhase } from "../../extension/deploy/types";
import { layout } from "./layout";
import { count } from "./words";

export const card = {
  label: (name: string, type: string, summary: string, byHand = false) =>
    [`${type} ${name}`, summary, byHand ? layout.byHand.toLowerCase() : ""].filter(Boolean).join(", "),
  unknownType: (type: string) => (type === "" ? "No type" : `Unknown type “${type}”`),
  problems: (errors: number, warnings: number) =>
    [errors > 0 ? count(errors, "error", "errors") : "", warnings > 0 ? count(warnings, "warning", "warnings") : ""]
      .filter(Boolean)
      .join(", ") || "Hints",
  portIn: (name: string) => `Into ${name}`,
  portOut: (name: string) => `Out of ${name}`,
} as const;

export const phase = {
  waiting: "Waiting",
  working: "In progress",
  done: "Done",
  failed: "Failed",
  removed: "Removed",
} satisfies Record<ComponentPhase, string>;

export const status = {
  created: "Created",
  updated: "Updated",
  unchanged: "Unchanged",
  noChange: "No change",
  rolledBack: "Rolled back",
  failed: (reason: string) => `Failed: ${reason}`,
} as const;
