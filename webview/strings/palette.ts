import { t } from "../../extension/manifest/l10n";

export const palette = {
  label: t`Components`,
  search: t`Search components`,
  nothing: (query: string) => t`No component matches “${query}”.`,
  help: t`Drag onto the canvas, or press Enter to add.`,
  add: (label: string) => t`Add ${label}`,
  expand: t`Show Names and Search`,
  collapse: t`Show Icons Only`,
} as const;
