import { duplicateKeys } from "../duplicateKeys";
import type { Entry, Node } from "../node";
import {
  AMPERSAND,
  ASTERISK,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  isGap,
  LINE_FEED,
  OPEN_LIST,
  OPEN_MAP,
  RETURN,
  SINGLE_QUOTE,
} from "./characters";
import type { Cursor } from "./cursor";
import { readAlias, readAnchored } from "./readMark";
import { readScalar } from "./readScalar";

/** Where a flow collection stands. */
export interface Place {
  /** Its lines begin right of this column. */
  readonly parent: number;
  /** How many levels deeper it may still go. */
  readonly levels: number;
}

/** `{ a: 1 }` or `[a]`, on one line or several. Items that are pairs, empty or end with a comma are left out. */
export function readFlow(cursor: Cursor, place: Place): Node | undefined {
  if (place.levels <= 0) return undefined;
  const inner = { ...place, levels: place.levels - 1 };
  return cursor.peek() === OPEN_MAP ? readMap(cursor, inner) : readList(cursor, inner);
}

function readMap(cursor: Cursor, place: Place): Node | undefined {
  const start = cursor.at++;
  const entries: Entry[] = [];
  if (!skipGap(cursor, place)) return undefined;
  while (cursor.peek() !== CLOSE_MAP) {
    const entry = readEntry(cursor, place);
    if (entry === undefined) return undefined;
    entries.push(entry);
    if (!skipGap(cursor, place) || !skipComma(cursor, place, CLOSE_MAP)) return undefined;
  }
  cursor.at++;
  cursor.problems.push(...duplicateKeys(entries));
  return { kind: "map", flow: true, entries, range: { start, end: cursor.at } };
}

function readEntry(cursor: Cursor, place: Place): Entry | undefined {
  const first = cursor.peek();
  const key = readScalar(cursor, true, true);
  if (key === undefined || key.range.end - key.range.start > 1000) return undefined;
  // Behind a quoted key, the colon needs no space after it.
  const adjacent = (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) && cursor.peek() === COLON;
  cursor.skipSpaces();
  if (cursor.peek() !== COLON || !(adjacent || isGap(cursor.peek(1)))) return undefined;
  cursor.at++;
  const colon = cursor.at;
  if (!skipGap(cursor, place)) return undefined;
  const { start } = key.range;
  if (cursor.peek() === COMMA || cursor.peek() === CLOSE_MAP)
    return { key, value: undefined, range: { start, end: colon } };
  const value = readNode(cursor, place);
  return value && { key, value, range: { start, end: value.range.end } };
}

function readList(cursor: Cursor, place: Place): Node | undefined {
  const start = cursor.at++;
  const items: Node[] = [];
  if (!skipGap(cursor, place)) return undefined;
  while (cursor.peek() !== CLOSE_LIST) {
    const item = readNode(cursor, place);
    if (item === undefined) return undefined;
    items.push(item);
    if (!skipGap(cursor, place) || !skipComma(cursor, place, CLOSE_LIST)) return undefined;
  }
  cursor.at++;
  return { kind: "sequence", flow: true, items, range: { start, end: cursor.at } };
}

function readNode(cursor: Cursor, place: Place): Node | undefined {
  const code = cursor.peek();
  if (code === OPEN_MAP || code === OPEN_LIST) return readFlow(cursor, place);
  if (code === ASTERISK) return readAlias(cursor);
  if (code === AMPERSAND) return readAnchored(cursor, () => readNode(cursor, place));
  return readScalar(cursor, true, false);
}

/** A comma with something behind it, or the end. */
function skipComma(cursor: Cursor, place: Place, end: number): boolean {
  if (cursor.peek() === end) return true;
  if (cursor.peek() !== COMMA) return false;
  cursor.at++;
  return skipGap(cursor, place) && cursor.peek() !== end;
}

/** White space between two parts; false where a line begins too far left, or the text ends. */
function skipGap(cursor: Cursor, { parent }: Place): boolean {
  cursor.skipSpaces();
  const code = cursor.peek();
  if (code !== LINE_FEED && code !== RETURN && code !== HASH) return !Number.isNaN(code);
  if (!cursor.endLine()) return false;
  cursor.nextLine();
  return cursor.column > parent;
}
