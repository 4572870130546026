import { t } from "../../extension/manifest/l10n";
import { count } from "./words";

export const lastChange = {
  title: t`Last Change in the Text`,
  button: (added: number, removed: number) =>
    t`Last change: ${count(added, t`line`, t`lines`)} added, ${removed} removed`,
  show: t`Show Change`,
  more: (lines: number) => t`and ${count(lines, t`more line`, t`more lines`)}`,
  line: {
    added: (line: number) => t`Added line ${line}`,
    removed: (line: number) => t`Removed line ${line}`,
  },
} as const;
