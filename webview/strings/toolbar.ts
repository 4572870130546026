import { t } from "../../extension/manifest/l10n";
import { count } from "./words";

export const toolbar = {
  label: t`Canvas`,
  environment: t`Environment`,
  problems: (number: number) => (number === 0 ? t`No problems` : count(number, t`problem`, t`problems`)),
  problemsTitle: t`Problems`,
  line: (line: number) => t`Line ${line}`,
  allProblems: (count: number) => t`Show all ${count}`,
  goToLine: (line: number, message: string) => t`Line ${line}: ${message} Show in text`,
  openText: t`Open Text`,
  openTextHelp: t`Open the manifest beside the canvas`,
  deploy: t`Plan & Deploy`,
  deployRunning: t`A deployment is under way.`,
  deployPlanned: t`A plan is waiting for your decision.`,
  deployErrors: (number: number) => t`${count(number, t`error`, t`errors`)} must be fixed first.`,
  deployEmpty: t`There is nothing to deploy yet.`,
  readOnly: t`Read-only`,
  showPalette: t`Show Palette`,
  hidePalette: t`Hide Palette`,
  showInspector: t`Show Properties`,
  hideInspector: t`Hide Properties`,
} as const;
