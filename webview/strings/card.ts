import type { ComponentPhase } from "../../extension/deploy/types";
import { t } from "../../extension/manifest/l10n";
import { layout } from "./layout";
import { count } from "./words";

export const card = {
  label: (name: string, type: string, summary: string, byHand = false) =>
    [`${type} ${name}`, summary, byHand ? layout.byHand.toLowerCase() : ""].filter(Boolean).join(", "),
  unknownType: (type: string) => (type === "" ? t`No type` : t`Unknown type “${type}”`),
  problems: (errors: number, warnings: number) =>
    [errors > 0 ? count(errors, t`error`, t`errors`) : "", warnings > 0 ? count(warnings, t`warning`, t`warnings`) : ""]
      .filter(Boolean)
      .join(", ") || t`Hints`,
  portIn: (name: string) => t`Into ${name}`,
  portOut: (name: string) => t`Out of ${name}`,
} as const;

export const phase = {
  waiting: t`Waiting`,
  working: t`In progress`,
  done: t`Done`,
  failed: t`Failed`,
  removed: t`Removed`,
} satisfies Record<ComponentPhase, string>;

export const status = {
  created: t`Created`,
  updated: t`Updated`,
  unchanged: t`Unchanged`,
  noChange: t`No change`,
  rolledBack: t`Rolled back`,
  failed: (reason: string) => t`Failed: ${reason}`,
} as const;
