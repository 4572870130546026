import type { SecretVariable } from "./exported";

/** A file of variables to be copied to `.env` and filled in. It has no values. */
export function envExample(variables: readonly SecretVariable[]): string {
  const head = "# Copy this to .env and fill it in. Keep .env out of version control.\n";
  return head + variables.map((variable) => `\n# ${hint(variable)}\n${variable.name}=\n`).join("");
}

/** What a variable is, and what may stand in it. */
export function hint({ about, length }: SecretVariable): string {
  return length === undefined ? about : `${about} A new value: ${length} letters and digits by chance.`;
}
