/** What is said in English, to what it is in another language. Values are `{0}`, `{1}`, ... on both sides. */
export type Words = Readonly<Record<string, string>>;

export interface Language {
  /** A BCP 47 tag, as `Intl` takes it. */
  readonly tag: string;
  readonly words: Words;
}

declare global {
  /** Given once by the host, before anything else of a bundle runs; several bundles of one process share it. */
  var stackwrightLanguage: Language | undefined;
}

/** The language of what is said. Without words in another one, as on the command line, it is English. */
export const languageTag = (): string => globalThis.stackwrightLanguage?.tag ?? "en";

/**
 * A sentence in the language of the process, from the English one: t`${name} exists already.` Like the locale of `Intl`,
 * the language is the same from the beginning of the process to its end.
 *
 * The English sentence, with `{0}` for its first value, is also the key: `npm run l10n` gathers all of them for translators.
 */
/* @__NO_SIDE_EFFECTS__ */
export function t(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  const language = globalThis.stackwrightLanguage;
  if (language === undefined) return String.raw({ raw: parts }, ...values);
  const english = parts.reduce((before, part, index) => `${before}{${index - 1}}${part}`);
  return inWords(language, english).replace(/\{(\d+)\}/g, (hole, index) =>
    Number(index) < values.length ? String(values[Number(index)]) : hole,
  );
}

/** A sentence that is data, such as a description in the schema. */
/* @__NO_SIDE_EFFECTS__ */
export function translated(english: string): string {
  const language = globalThis.stackwrightLanguage;
  return language === undefined ? english : inWords(language, english);
}

function inWords({ words }: Language, english: string): string {
  return Object.hasOwn(words, english) ? (words[english] ?? english) : english;
}
