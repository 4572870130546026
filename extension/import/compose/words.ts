import type { Value } from "../value";
import { itemsOf, textOf } from "../value";

/**
 * A command as Compose has it: a list as it stands, a text cut at its blanks as a shell would, without running one.
 * What a shell is asked to run is a text again, since that is what a text means in a manifest.
 */
export function commandOf(value: Value | undefined): string | readonly string[] | undefined {
  if (value === undefined || (value.kind === "scalar" && value.value === null)) return undefined;
  const words =
    value.kind === "list" ? itemsOf(value).flatMap((item) => textOf(item) ?? []) : splitWords(textOf(value) ?? "");
  if (words.length === 0) return undefined;
  const [shell = "", option, script, ...more] = words;
  const isShell = /^(?:\/bin\/)?sh$/.test(shell) && option === "-c" && script !== undefined && script !== "";
  return isShell && more.length === 0 ? script : words;
}

/** Words between blanks, with quotes and backslashes taken away. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (quote === undefined && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character;
      word ??= "";
    } else if (character === quote) quote = undefined;
    else if (character === "\\" && quote !== "'" && index + 1 < text.length) word = (word ?? "") + text[++index];
    else word = (word ?? "") + character;
  }
  if (word !== undefined) words.push(word);
  return words;
}
