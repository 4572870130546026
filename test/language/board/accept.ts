import type { Offered } from "./judge";

/** The text once an item is accepted, as VS Code does it: `|` is where the cursor then is. Placeholders keep their text. */
export function accepted(text: string, { range, insertText, snippet }: Omit<Offered, "label" | "says">): string {
  const line = text.slice(text.lastIndexOf("\n", range.start - 1) + 1, range.start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const inserted = insertText.replaceAll("\n", `${end}${indent}`);
  return text.slice(0, range.start) + (snippet ? expand(inserted) : `${inserted}|`) + text.slice(range.end);
}

/** The cursor goes to the first tab stop that is empty, else behind everything. */
function expand(snippet: string): string {
  const mark = "\u0000";
  const plain = snippet
    .replace(/\$\{(\d+)\|([^,|]*)[^|]*\|\}/g, "$2")
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, "$1")
    .replace(/(?<!\\)\$(?:\{1\}|1)/, mark)
    .replace(/(?<!\\)\$(?:\{[1-9]\}|[1-9])/g, "");
  const first = plain.includes(mark)
    ? plain.replace(/(?<!\\)\$(?:0|\{0\})/, "")
    : plain.replace(/(?<!\\)\$(?:0|\{0\})/, mark);
  const literal = first.replace(/\\([\\$}])/g, "$1");
  return literal.includes(mark) ? literal.replace(mark, "|") : `${literal}|`;
}
