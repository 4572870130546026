import { t } from "../l10n";
import type { Problem } from "../problem";

/**
 * What is read at all. A manifest of 1,000 components is about 140,000 characters and 20,000 tokens;
 * half as much again is still read at once. More would make a person wait, and is refused before the work begins.
 */
export const limits = {
  /** UTF-16 code units. */
  characters: 256 * 1024,
  /** Line ends, indicators and quotes: what a parser's time grows with. */
  tokens: 30_000,
  /** Those of them that are not plain, so that the slower of two parsers has to read them. */
  effort: 6_000,
  /** Entries of the manifest itself, of `components`, of `environments` and of `canvas`, each. */
  entries: 3_000,
  /** Maps and lists inside each other, aliases followed. */
  depth: 64,
  /** Values that all aliases together stand for. */
  expansion: 40_000,
} as const;

const LINE_FEED = 10;
const SPACE = 32;

/** The reason not to read this text, if there is one. Linear, and quick even for a megabyte. */
export function refuse(text: string): Problem | undefined {
  if (text.length > limits.characters) {
    return {
      code: "too-large",
      severity: "error",
      message: t`This file has ${text.length} characters; a manifest can have ${limits.characters}. Split the application, or generate fewer components.`,
      range: { start: 0, end: firstLineEnd(text) },
    };
  }
  const binary = text.search(forbidden);
  if (binary !== -1) {
    return {
      code: "not-text",
      severity: "error",
      message: t`This is not text: it contains control characters. A manifest is a YAML file in UTF-8.`,
      range: { start: binary, end: binary + 1 },
    };
  }
  const excess = tokenLimit(text);
  if (excess !== undefined) {
    return {
      code: "too-large",
      severity: "error",
      message: t`From here on there is more than can be read: a manifest can have about ${limits.tokens} keys, values and marks.`,
      range: { start: excess, end: excess + 1 },
    };
  }
  return undefined;
}

// What YAML calls not printable: the C0 controls but tab, line feed and carriage return, DEL and the C1 controls but NEL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

const ALWAYS = 1;
const BEFORE_SPACE = 2;
const kinds = new Uint8Array(128);
for (const character of "\n,[]{}\"'&*!|>?#") kinds[character.charCodeAt(0)] = ALWAYS;
for (const character of ":-") kinds[character.charCodeAt(0)] = BEFORE_SPACE;

function tokenLimit(text: string): number | undefined {
  let tokens = 0;
  for (let index = 0; index < text.length; index++) {
    tokens += weigh(text, index);
    if (tokens > limits.tokens) return index;
  }
  return undefined;
}

/** About as many as a parser sees, and in any text quickly counted. */
export function countTokens(text: string): number {
  let tokens = 0;
  for (let index = 0; index < text.length; index++) tokens += weigh(text, index);
  return tokens;
}

function weigh(text: string, index: number): 0 | 1 {
  const code = text.charCodeAt(index);
  const kind = code < 128 ? kinds[code] : 0;
  if (kind === ALWAYS) return 1;
  if (kind !== BEFORE_SPACE) return 0;
  const next = text.charCodeAt(index + 1);
  return next === SPACE || next === LINE_FEED || Number.isNaN(next) ? 1 : 0;
}

function firstLineEnd(text: string): number {
  const end = text.indexOf("\n");
  return end === -1 || end > 200 ? Math.min(text.length, 200) : end;
}
