import { complete } from "../../extension/language/complete";
import type { Completion } from "../../extension/language/completion";
import { openManifest } from "../../extension/manifest/manifest";

export interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** Takes the cursor, the last `|`, out of a text. */
export function cursorIn(marked: string): Marked {
  const offset = marked.lastIndexOf("|");
  if (offset < 0) throw new Error("There is no `|` in this text.");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** What is offered at the cursor, in the order of a list in which nothing is typed. */
export function completionsAt(marked: string): readonly Completion[] {
  const { text, offset } = cursorIn(marked);
  return complete(openManifest(text), offset).toSorted((a, b) =>
    a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0,
  );
}

export function labelsAt(marked: string): readonly string[] {
  return completionsAt(marked).map(({ label }) => label);
}

/** The text once an item is accepted, with `|` where the cursor then is. Placeholders keep their text. */
export function accept(marked: string, label: string): string {
  const { text } = cursorIn(marked);
  const item = completionsAt(marked).find((one) => one.label === label);
  if (item === undefined) return `(${label} is not offered)`;
  const { start, end } = item.range;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const inserted = item.insertText.replaceAll("\n", `\n${indent}`);
  return text.slice(0, start) + (item.snippet ? expand(inserted) : `${inserted}|`) + text.slice(end);
}

/** The cursor goes to the first tab stop, or the last place. */
function expand(snippet: string): string {
  const plain = snippet
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, "$1")
    .replace("$0", "\u0000")
    .replace(/\\([\\$}])/g, "$1");
  return plain.includes("\u0000") ? plain.replace("\u0000", "|") : `${plain}|`;
}
