import { readFlow } from "./flow";
import { type Frame, slotOf } from "./frames";
import type { Place } from "./place";
import { itemsAround, keysAround } from "./siblings";
import { closingQuote, contentOf, endOfLine, endOfPlain, isDash, keyAt, skipSpaces, startOfNext } from "./text";

/** The line that is read, and the cursor, which may be on it. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly content: number;
  readonly cursor: number;
}

export type Read = { readonly place: Place | undefined } | { readonly next: number };

/** Reads what stands behind a colon or dash, which may go on for lines. */
export function readValue(line: Line, frames: Frame[], from: number): Read {
  const { text, start, end, cursor } = line;
  const next = startOfNext(text, start);
  const here = cursor >= start && cursor < next;
  const top = frames.at(-1);
  const value = behindProperties(text, skipSpaces(text, from, end), end);
  if (value === end || text[value] === "#") {
    if (!here) return { next };
    const isFree = value === end || cursor < value;
    return {
      place: isFree
        ? valuePlace(line, frames, { start: cursor, end: cursor }, { needsSpace: cursor === from })
        : undefined,
    };
  }
  if (here && cursor < value) return { place: undefined };
  if (top !== undefined) top.filled = true;
  const first = text[value];
  if (first === "[" || first === "{") {
    if (cursor === value) return { place: undefined };
    const read = readFlow(text, value, slotOf(frames), top?.column ?? 0, cursor);
    if ("place" in read) return read;
    if (here && cursor >= read.next) return { place: undefined };
    return { next: text[read.next - 1] === "\n" ? read.next : startOfNext(text, read.next) };
  }
  if (first === '"' || first === "'") return readQuoted(line, frames, value, first);
  if (/^[|>][0-9+-]*[ \t]*(?:#.*)?$/.test(text.slice(value, end))) {
    return here ? { place: undefined } : readBlockScalar(line, frames, next);
  }
  if (!here) return { next };
  const typed = text.slice(value, cursor);
  const isReference = typed.lastIndexOf("${{") > typed.lastIndexOf("}}");
  const stop = Math.max(endOfPlain(text, value, end), isReference ? cursor : value);
  return { place: cursor <= stop ? valuePlace(line, frames, { start: value, end: stop }) : undefined };
}

function readQuoted(line: Line, frames: Frame[], open: number, quote: '"' | "'"): Read {
  const { text, start, end, cursor } = line;
  const here = cursor >= start && cursor <= end;
  const close = closingQuote(text, open, end);
  if (here && cursor === open) return { place: undefined };
  if (close !== undefined) {
    if (!here) return { next: startOfNext(text, start) };
    const inside = { start: open + 1, end: close };
    return { place: cursor <= close ? valuePlace(line, frames, inside, { quote, closed: true }) : undefined };
  }
  const last = closingLine(line, frames, quote);
  if (here) {
    const inside = { start: open + 1, end };
    return { place: valuePlace(line, frames, inside, { quote, closed: last !== undefined }) };
  }
  if (last === undefined) return { next: startOfNext(text, start) };
  return cursor < last ? { place: undefined } : { next: last };
}

/** Behind the line that closes a quote; undefined when the next entry comes first, so that it was forgotten. */
function closingLine({ text, start }: Line, frames: readonly Frame[], quote: string): number | undefined {
  const column = frames.at(-1)?.column ?? 0;
  for (let at = startOfNext(text, start); at < text.length; at = startOfNext(text, at)) {
    const end = endOfLine(text, at);
    const content = contentOf(text, at, end);
    const isEntry = keyAt(text, content, end) !== undefined || isDash(text, content, end);
    if (content < end && content - at <= column && isEntry) return undefined;
    if (text.slice(at, end).includes(quote)) return startOfNext(text, at);
  }
  return undefined;
}

function readBlockScalar(line: Line, frames: readonly Frame[], from: number): Read {
  const { text, cursor } = line;
  const column = frames.at(-1)?.column ?? 0;
  let at = from;
  while (at <= text.length) {
    const end = endOfLine(text, at);
    const content = contentOf(text, at, end);
    const here = cursor >= at && cursor <= end;
    if (content < end && content - at <= column) break;
    if (here && content === end && cursor - at <= column) break;
    if (here) {
      const place = valuePlace({ ...line, start: at, end, content }, frames, { start: content, end });
      return { place: cursor < content ? undefined : { ...place, kind: "text" } };
    }
    at = startOfNext(text, at);
  }
  return { next: at };
}

function valuePlace(
  { text, start, content }: Line,
  frames: readonly Frame[],
  token: { start: number; end: number },
  extra: { needsSpace?: boolean; quote?: '"' | "'"; closed?: boolean } = {},
): Place & { kind: "value" } {
  const top = frames.at(-1);
  const isItem = top?.kind === "list";
  const column = token.start - start;
  const items = isItem ? itemsAround(text, start, top.column) : new Set<string>();
  return {
    kind: "value",
    path: slotOf(frames),
    line: "inline",
    token,
    needsSpace: extra.needsSpace === true,
    flow: false,
    quote: extra.quote,
    closed: extra.closed === true,
    column,
    leading: content,
    siblings: isItem ? new Set([...items, ...keysAround(text, start, column)]) : items,
  };
}

/** Behind an anchor or tag. */
function behindProperties(text: string, from: number, end: number): number {
  let at = from;
  while (text[at] === "&" || text[at] === "!") {
    while (at < end && text[at] !== " ") at += 1;
    at = skipSpaces(text, at, end);
  }
  return at;
}
