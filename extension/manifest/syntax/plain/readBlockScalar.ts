import type { ScalarNode } from "../node";
import { BAR, DASH, LINE_FEED, SPACE } from "./characters";
import type { Cursor } from "./cursor";
import { scalar } from "./readScalar";

/**
 * A `|` or `>` scalar whose lines all have one indentation or, in a literal one, more. Behind it, the cursor is at the
 * beginning of a line.
 * @param parent the column that the lines must be right of
 */
export function readBlockScalar(cursor: Cursor, parent: number): ScalarNode | undefined {
  const { text, at: start } = cursor;
  const literal = cursor.peek() === BAR;
  const strip = cursor.peek(1) === DASH;
  cursor.at += strip ? 2 : 1;
  cursor.skipSpaces();
  if (cursor.peek() !== LINE_FEED) return undefined;
  cursor.at++;

  let indent = -1;
  let value = "";
  let blanks = 0;
  let last = start;
  while (cursor.at < text.length) {
    const line = cursor.at;
    cursor.skipSpaces();
    const column = cursor.at - line;
    const feed = text.indexOf("\n", cursor.at);
    const end = feed === -1 ? text.length : feed;
    if (cursor.at === end) {
      // A line of spaces that reaches into the text is part of it, or wrong.
      if (column > Math.max(indent, parent)) return undefined;
      blanks++;
    } else if (indent === -1 ? column <= parent : column < indent) {
      if (column > parent) return undefined;
      cursor.at = line;
      break;
    } else {
      const first = indent === -1;
      if (first) indent = column;
      if (!literal && column > indent) return undefined;
      if (text.charCodeAt(end - 1) === 13) return undefined;
      const gap = literal && !first ? blanks + 1 : blanks;
      value += gap === 0 && !first ? " " : "\n".repeat(gap);
      value += text.slice(line + indent, end);
      blanks = 0;
      last = end;
    }
    cursor.at = Math.min(end + 1, text.length);
  }
  if (indent === -1) return undefined;
  while (text.charCodeAt(last - 1) === SPACE) last--;
  return scalar(strip ? value : `${value}\n`, literal ? "literal" : "folded", start, last);
}
