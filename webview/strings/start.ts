import { t } from "../../extension/manifest/l10n";

export const start = {
  title: t`Design your application`,
  body: t`Drag components from the palette, or begin with one of these and change it:`,
  readOnly: t`This application has no components.`,
} as const;
