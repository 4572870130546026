import { count } from "./words";

export const edited = {
  label: "Changes",
  words: (number: number) => (number === 1 ? "change" : "changes"),
  button: (number: number) => `${count(number, "change", "changes")} since the last deployment`,
  since: (when: string) => `Since the deployment of ${when}:`,
  none: "Nothing differs from what is deployed.",
  added: "Not deployed yet",
  removed: "Deployed, and not in the text any more",
  card: (fields: number) => `${count(fields, "field", "fields")} changed since deployed`,
  application: "Application",
  nothing: "(none)",
  discard: (what: string) => `Put ${what} back to what is deployed`,
  discardAll: "Discard All Changes",
  restore: (name: string) => `Bring ${name} back as it is deployed`,
  discarded: (what: string) => `${what} is as it is deployed.`,
  everything: "Everything",
  show: (what: string) => `Show ${what} in the text`,
} as const;
