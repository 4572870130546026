import { languageTag, translated } from "./l10n";

/**
 * "1 resource", "3 resources", "2 addresses"; a noun that is a plural already, as "permissions", stays.
 * In another language it is what that has for "{0} resource" or "{0} resources". Of a noun that came translated, nobody
 * here can make the plural: "3 × Dienst".
 */
export function plural(count: number, noun: string): string {
  const english = `{0} ${pluralForm(count, noun)}`;
  const said = translated(english);
  if (said === english && languageTag() !== "en") return `${count} × ${noun}`;
  return said.replace("{0}", String(count));
}

/** What an English noun is called where there are this many of it. */
export function pluralForm(count: number, noun: string): string {
  const isPlural = /[^s]s$/.test(noun);
  const ending = count === 1 || isPlural ? "" : /(?:s|x|ch|sh)$/.test(noun) ? "es" : "s";
  return `${noun}${ending}`;
}
