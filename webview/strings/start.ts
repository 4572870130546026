import { t } from "../../extension/manifest/l10n";

export const start = {
  title: t`Design your application`,
  body: t`Drag components from the palette, or begin with one of these and change it:`,
  more: t`Or begin with what you have, such as a Compose file, an app.json, a render.yaml or the source itself:`,
  packages: t`Or with a whole application that others have described, such as Discourse or WordPress:`,
  browsePackages: t`Browse Packages`,
  importApplication: t`Import Application…`,
  readOnly: t`This application has no components.`,
} as const;
