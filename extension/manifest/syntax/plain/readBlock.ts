import type { Range } from "../../problem";
import { duplicateKeys } from "../duplicateKeys";
import type { Entry, Node, ScalarNode } from "../node";
import {
  AMPERSAND,
  ASTERISK,
  BAR,
  COLON,
  DASH,
  GREATER,
  HASH,
  LINE_FEED,
  OPEN_LIST,
  OPEN_MAP,
  RETURN,
} from "./characters";
import type { Cursor } from "./cursor";
import { readBlockScalar } from "./readBlockScalar";
import { readFlow } from "./readFlow";
import { readAlias, readAnchored } from "./readMark";
import { readScalar } from "./readScalar";

/** A map or a list of lines that begin at a column, where the cursor is. Behind it, the cursor is at other content. */
export function readBlock(cursor: Cursor, column: number, levels: number): Node | undefined {
  if (levels <= 0) return undefined;
  return cursor.isMark(DASH) ? readList(cursor, column, levels) : readMap(cursor, column, levels);
}

function readMap(cursor: Cursor, column: number, levels: number): Node | undefined {
  const entries: Entry[] = [];
  do {
    const entry = readEntry(cursor, column, levels);
    // Further right, it would go on with a value that has ended; a dash here belongs to no list.
    if (entry === undefined || cursor.column > column) return undefined;
    entries.push(entry);
  } while (cursor.column === column);
  cursor.problems.push(...duplicateKeys(entries));
  return { kind: "map", flow: false, entries, range: rangeOf(entries) };
}

function readEntry(cursor: Cursor, column: number, levels: number): Entry | undefined {
  const { at: start } = cursor;
  const key = readKey(cursor, column);
  if (key === undefined) return undefined;
  const end = cursor.at;
  cursor.skipSpaces();
  if (!isLineEnd(cursor, end)) {
    const value = readInline(cursor, column, levels);
    return value && { key, value, range: { start, end: value.range.end } };
  }
  if (!cursor.endLine()) return undefined;
  cursor.nextLine();
  const deeper = cursor.column > column;
  if (!deeper && !(cursor.column === column && cursor.isMark(DASH)))
    return { key, value: undefined, range: { start, end } };
  const value = readBlock(cursor, cursor.column, levels - 1);
  return value && { key, value, range: { start, end: value.range.end } };
}

/** A key with its colon. */
function readKey(cursor: Cursor, column: number): ScalarNode | undefined {
  const { text, at } = cursor;
  if (column === 0 && (text.startsWith("---", at) || text.startsWith("...", at))) return undefined;
  const key = readScalar(cursor, false, true);
  if (key === undefined || key.range.end - at > 1000) return undefined;
  cursor.skipSpaces();
  if (!cursor.isMark(COLON)) return undefined;
  cursor.at++;
  return key;
}

function readList(cursor: Cursor, column: number, levels: number): Node | undefined {
  const items: Node[] = [];
  const { at: start } = cursor;
  do {
    const item = readItem(cursor, column, levels);
    if (item === undefined || cursor.column > column) return undefined;
    items.push(item);
  } while (cursor.column === column && cursor.isMark(DASH));
  return { kind: "sequence", flow: false, items, range: { start, end: rangeOf(items).end } };
}

function readItem(cursor: Cursor, column: number, levels: number): Node | undefined {
  const dash = cursor.at++;
  const end = cursor.at;
  cursor.skipSpaces();
  if (isLineEnd(cursor, end)) {
    if (!cursor.endLine()) return undefined;
    cursor.nextLine();
    return cursor.column > column ? readBlock(cursor, cursor.column, levels - 1) : undefined;
  }
  const inner = column + cursor.at - dash;
  return cursor.isMark(DASH) || beginsMap(cursor)
    ? readBlock(cursor, inner, levels - 1)
    : readInline(cursor, column, levels);
}

/** Whether a key and its colon stand here; the cursor stays. */
function beginsMap(cursor: Cursor): boolean {
  const { at } = cursor;
  const begins = readScalar(cursor, false, true) !== undefined;
  cursor.skipSpaces();
  const result = begins && cursor.isMark(COLON);
  cursor.at = at;
  return result;
}

/** A value on the line of its key or dash, and behind an anchor also on the next. */
function readInline(cursor: Cursor, column: number, levels: number): Node | undefined {
  const code = cursor.peek();
  if (code === AMPERSAND) return readAnchored(cursor, () => readBehindAnchor(cursor, column, levels));
  if (code === BAR || code === GREATER) {
    const scalar = readBlockScalar(cursor, column);
    cursor.nextLine();
    return scalar;
  }
  const value = readOneLine(cursor, column, levels);
  if (value === undefined || !cursor.endLine()) return undefined;
  cursor.nextLine();
  return value;
}

function readOneLine(cursor: Cursor, column: number, levels: number): Node | undefined {
  const code = cursor.peek();
  if (code === OPEN_MAP || code === OPEN_LIST) return readFlow(cursor, { parent: column, levels: levels - 1 });
  return code === ASTERISK ? readAlias(cursor) : readScalar(cursor, false, false);
}

function readBehindAnchor(cursor: Cursor, column: number, levels: number): Node | undefined {
  if (!isLineEnd(cursor, cursor.at - 1)) return readInline(cursor, column, levels);
  if (!cursor.endLine()) return undefined;
  cursor.nextLine();
  return cursor.column > column ? readBlock(cursor, cursor.column, levels - 1) : undefined;
}

/** @param from behind the last mark; a comment needs a space after it */
function isLineEnd(cursor: Cursor, from: number): boolean {
  const code = cursor.peek();
  if (code === HASH) return cursor.at > from;
  return code === LINE_FEED || code === RETURN || Number.isNaN(code);
}

/** From the first part to the last. */
function rangeOf(parts: readonly { readonly range: Range }[]): Range {
  return { start: parts[0]?.range.start ?? 0, end: parts.at(-1)?.range.end ?? 0 };
}
