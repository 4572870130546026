import { languageTag } from "../../extension/manifest/l10n";

/** Made when it is first needed: it takes longer than the rest of this file. */
function joined(type: "conjunction" | "disjunction", parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : new Intl.ListFormat(languageTag(), { type }).format(parts);
}

export const list = { format: (parts: readonly string[]) => joined("conjunction", parts) };
export const either = { format: (parts: readonly string[]) => joined("disjunction", parts) };

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
