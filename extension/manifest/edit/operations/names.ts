import { t } from "../../l10n";
import type { ComponentEntry, Manifest } from "../../manifest";
import { manifestSchema } from "../../schema";
import { refuse } from "../refusal";

const pattern = new RegExp(
  manifestSchema.properties?.["components"]?.propertyNames?.pattern ?? "^[a-z][a-z0-9-]{0,30}$",
);

/** The component of that name, or the end of the edit. */
export function componentOf(manifest: Manifest, name: string): ComponentEntry {
  return (
    manifest.components.find((component) => component.name === name) ?? refuse(t`There is no component \`${name}\`.`)
  );
}

/** Ends the edit unless a component could be called so now. */
export function requireFree(manifest: Manifest, name: string): void {
  if (!pattern.test(name)) {
    refuse(
      t`\`${name}\` cannot be a component's name: use lower-case letters, digits and hyphens, a letter first, at most 31.`,
    );
  }
  if (manifest.components.some((component) => component.name === name)) {
    refuse(t`There is already a component \`${name}\`.`);
  }
}
