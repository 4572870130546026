import { t } from "../../extension/manifest/l10n";

export const environments = {
  none: t`There is one, called default. Name environments to have more, each a stack of its own.`,
  add: t`Add an environment`,
  added: (name: string) => t`Environment ${name} added.`,
  removed: (name: string) =>
    t`Environment ${name} removed from the text. What is deployed to it stays until it is destroyed.`,
  shown: t`Shown`,
  show: (name: string) => t`Show ${name} on the canvas`,
  settings: (name: string) => t`Settings of ${name}`,
} as const;
