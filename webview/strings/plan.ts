import { t } from "../../extension/manifest/l10n";

/** What the panel says of a plan beyond its changes. */
export const plan = {
  widened: t`Access gets wider`,
  findings: t`CloudFormation warns`,
  duration: (text: string, isSandbox: boolean) => (isSandbox ? t`On AWS this takes ${text}.` : t`This takes ${text}.`),
  estimate: (what: string) => t`An estimate; longest: ${what}.`,
  stale: {
    manifest: t`The manifest has changed since this plan was made.`,
    stack: t`Somebody else has changed the stack since this plan was made. It can no longer be carried out.`,
  },
  again: t`Plan Again`,
  export: t`Export plan as`,
  markdown: t`Markdown`,
  json: t`JSON`,
  task: (id: string, reason: string) => t`Task ${id} stopped: ${reason}`,
  lastLines: t`The end of its log`,
  copyFailure: t`Copy as Markdown`,
} as const;
