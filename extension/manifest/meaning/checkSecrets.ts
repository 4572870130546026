import type { Field } from "../fields";
import { t } from "../l10n";
import { report, type Walk } from "../shape/report";
import { clearSecretIn } from "./clearSecret";

/** Passwords and tokens among the plain variables, where everybody who reads the file or the console sees them. */
export function checkSecrets(walk: Walk, field: Field): void {
  for (const [name, value] of field.get("env")?.entries ?? []) {
    const what = clearSecretIn(name, value.text ?? "");
    if (what === undefined) continue;
    const message = t`\`${name}\` is ${what}, and everybody who sees this file can read it. Put it into \`secrets\`, and change it where it is valid.`;
    report(walk, "secret-in-clear", value.range, message, { data: { name } });
  }
}
