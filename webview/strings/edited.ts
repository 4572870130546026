import { count } from "./words";

const deployed = {
  words: (number: number): string => (number === 1 ? "change" : "changes"),
  button: (number: number) => `${count(number, "change", "changes")} since the last deployment`,
  since: (when: string) => `Since the deployment of ${when}:`,
  none: "Nothing differs from what is deployed.",
  added: "Not deployed yet",
  removed: "Deployed, and not in the text any more",
  card: (fields: number) => `${count(fields, "field", "fields")} changed since deployed`,
  discard: (what: string) => `Put ${what} back to what is deployed`,
  discardAll: "Discard All Changes",
  restore: (name: string) => `Bring ${name} back as it is deployed`,
  discarded: (what: string) => `${what} is as it is deployed.`,
};

const comparedWith = (other: string): typeof deployed => ({
  words: (number) => (number === 1 ? "difference" : "differences"),
  button: (number) => `${count(number, "difference", "differences")} from ${other}`,
  since: () => `What differs from ${other}:`,
  none: `Nothing differs from ${other}.`,
  added: `Not in ${other}`,
  removed: `In ${other}, and not in this text`,
  card: (fields) => `${count(fields, "field differs", "fields differ")} from ${other}`,
  discard: (what) => `Put ${what} back to what it is in ${other}`,
  discardAll: "Discard All Differences",
  restore: (name) => `Bring ${name} back from ${other}`,
  discarded: (what) => `${what} is as in ${other}.`,
});

export const edited = {
  label: "Changes",
  /** Against the last deployment, or against another version by its name. */
  than: (other: string | undefined) => (other === undefined ? deployed : comparedWith(other)),
  application: "Application",
  nothing: "(none)",
  everything: "Everything",
  show: (what: string) => `Show ${what} in the text`,
} as const;

export const compared = {
  command: "Compare with…",
  next: "Next Difference",
  previous: "Previous Difference",
  leave: "Leave Comparison",
  label: "Comparison",
  title: (other: string) => `Compared with ${other}`,
  added: (number: number) => `${number} added`,
  changed: (number: number) => `${number} changed`,
  removed: (number: number) => `${number} removed`,
  same: "No differences",
  left: "Comparison left.",
  ghost: (name: string, type: string) => `${type} ${name}, removed`,
  ghostFact: "Removed",
  edge: { added: "New", changed: "Changed", removed: "Removed" },
  edgeLabel: (from: string, to: string, what: string) => `Connection from ${from} to ${to}: ${what}`,
  said: (name: string, what: string, at: number, all: number) => `${name}: ${what}, ${at} of ${all}.`,
} as const;
