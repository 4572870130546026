import { t } from "../../extension/manifest/l10n";
import { count } from "./words";

const deployed = {
  words: (number: number): string => (number === 1 ? t`change` : t`changes`),
  button: (number: number) => t`${count(number, t`change`, t`changes`)} since the last deployment`,
  since: (when: string) => t`Since the deployment of ${when}:`,
  none: t`Nothing differs from what is deployed.`,
  added: t`Not deployed yet`,
  removed: t`Deployed, and not in the text any more`,
  card: (fields: number) => t`${count(fields, t`field`, t`fields`)} changed since deployed`,
  discard: (what: string) => t`Put ${what} back to what is deployed`,
  discardAll: t`Discard All Changes`,
  restore: (name: string) => t`Bring ${name} back as it is deployed`,
  discarded: (what: string) => t`${what} is as it is deployed.`,
};

const comparedWith = (other: string): typeof deployed => ({
  words: (number) => (number === 1 ? t`difference` : t`differences`),
  button: (number) => t`${count(number, t`difference`, t`differences`)} from ${other}`,
  since: () => t`What differs from ${other}:`,
  none: t`Nothing differs from ${other}.`,
  added: t`Not in ${other}`,
  removed: t`In ${other}, and not in this text`,
  card: (fields) => t`${count(fields, t`field differs`, t`fields differ`)} from ${other}`,
  discard: (what) => t`Put ${what} back to what it is in ${other}`,
  discardAll: t`Discard All Differences`,
  restore: (name) => t`Bring ${name} back from ${other}`,
  discarded: (what) => t`${what} is as in ${other}.`,
});

export const edited = {
  label: t`Changes`,
  /** Against the last deployment, or against another version by its name. */
  than: (other: string | undefined) => (other === undefined ? deployed : comparedWith(other)),
  application: t`Application`,
  nothing: t`(none)`,
  everything: t`Everything`,
  show: (what: string) => t`Show ${what} in the text`,
} as const;

export const compared = {
  command: t`Compare with…`,
  next: t`Next Difference`,
  previous: t`Previous Difference`,
  leave: t`Leave Comparison`,
  label: t`Comparison`,
  title: (other: string) => t`Compared with ${other}`,
  added: (number: number) => t`${number} added`,
  changed: (number: number) => t`${number} changed`,
  removed: (number: number) => t`${number} removed`,
  same: t`No differences`,
  left: t`Comparison left.`,
  ghost: (name: string, type: string) => t`${type} ${name}, removed`,
  ghostFact: t`Removed`,
  edge: { added: t`New`, changed: t`Changed`, removed: t`Removed` },
  edgeLabel: (from: string, to: string, what: string) => t`Connection from ${from} to ${to}: ${what}`,
  said: (name: string, what: string, at: number, all: number) => t`${name}: ${what}, ${at} of ${all}.`,
} as const;
