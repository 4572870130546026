/** What the panel says of a plan beyond its changes. */
export const plan = {
  widened: "Access gets wider",
  findings: "CloudFormation warns",
  duration: (text: string, isSandbox: boolean) => (isSandbox ? `On AWS this takes ${text}.` : `This takes ${text}.`),
  estimate: (what: string) => `An estimate; longest: ${what}.`,
  stale: {
    manifest: "The manifest has changed since this plan was made.",
    stack: "Somebody else has changed the stack since this plan was made. It can no longer be carried out.",
  },
  again: "Plan Again",
  export: "Export plan as",
  markdown: "Markdown",
  json: "JSON",
  task: (id: string, reason: string) => `Task ${id} stopped: ${reason}`,
  lastLines: "The end of its log",
  copyFailure: "Copy as Markdown",
} as const;
