import type { Range } from "../../manifest/problem";
import { startOf } from "./chunk";
import { enterItem, enterKey, type Frame, leave, slotOf } from "./frames";
import type { Place } from "./place";
import { type Line, readValue } from "./readValue";
import { itemsAround, keysAround } from "./siblings";
import { contentOf, endOfLine, isDash, keyAt, skipSpaces, startOfNext } from "./text";

/** The cursor's place, and how the file indents; undefined where nothing of ours can be written. */
export function placeAt(text: string, cursor: number): { readonly place: Place; readonly step: number } | undefined {
  const { offset, parents, step } = startOf(text, cursor);
  const frames: Frame[] = [];
  for (const { name, column } of parents) enterKey(frames, column, name);
  for (let at = offset; at <= cursor; ) {
    const end = endOfLine(text, at);
    const line: Line = { text, start: at, end, content: contentOf(text, at, end), cursor };
    const read = readLine(line, frames, step);
    if ("place" in read) return read.place && { place: read.place, step };
    at = read.next;
  }
  return undefined;
}

function readLine(
  line: Line,
  frames: Frame[],
  step: number,
): { readonly place: Place | undefined } | { readonly next: number } {
  const { text, start, end, content, cursor } = line;
  const next = startOfNext(text, start);
  const here = cursor >= start && cursor < next;
  if (content === end) {
    return here ? { place: bare(line, frames, cursor, { start: cursor, end: cursor }, step) } : { next };
  }
  if (text[content] === "#" || (here && cursor < content)) return here ? { place: undefined } : { next };
  const isEntry = isDash(text, content, end) || keyAt(text, content, end) !== undefined;
  // What is no entry, such as the mark of a merge conflict, does not end what is around it.
  if (isEntry) leave(frames, content - start, isDash(text, content, end));
  let at = content;
  while (isDash(text, at, end)) {
    enterItem(frames, at - start);
    const inner = skipSpaces(text, at + 1, end);
    if (here && cursor <= at) return { place: undefined };
    if (inner === end || text[inner] === "#" || (here && cursor < inner)) {
      const isFree = here && inner === end;
      return here ? { place: isFree ? emptyItem(line, frames, at) : undefined } : { next };
    }
    at = inner;
  }
  const key = keyAt(text, at, end);
  if (key !== undefined) {
    enterKey(frames, at - start, key.name);
    if (here && cursor <= key.end) return { place: keyPlace(line, frames, key) };
    if (here && cursor <= key.colon) return { place: undefined };
    return readValue(line, frames, key.colon + 1);
  }
  if (at > content || "{[".includes(text[at] ?? " ")) return readValue(line, frames, at);
  if (!here) return { next };
  const stop = skipWord(text, at, end);
  return { place: cursor <= stop ? bare(line, frames, at, { start: at, end: stop }, step) : undefined };
}

function keyPlace(line: Line, frames: readonly Frame[], key: { start: number; end: number }): Place {
  const { text, start } = line;
  const column = key.start - start;
  const quote = text[key.start] === '"' ? '"' : text[key.start] === "'" ? "'" : undefined;
  const inset = quote === undefined ? 0 : 1;
  return {
    kind: "key",
    path: frames.at(-1)?.path ?? [],
    token: { start: key.start + inset, end: key.end - inset },
    flow: false,
    quote,
    closed: true,
    column,
    leading: line.content,
    hasColon: true,
    siblings: keysAround(text, start, column),
  };
}

/** Behind a dash that nothing follows. */
function emptyItem(line: Line, frames: readonly Frame[], dash: number): Place {
  const { text, start, cursor } = line;
  return {
    kind: "value",
    path: slotOf(frames),
    line: "inline",
    token: { start: cursor, end: cursor },
    needsSpace: cursor === dash + 1,
    flow: false,
    closed: false,
    column: Math.max(cursor, dash + 2) - start,
    leading: line.content,
    siblings: itemsAround(text, start, dash - start),
  };
}

/** A word without a colon, or nothing yet, on a line of its own. */
function bare(line: Line, frames: Frame[], at: number, word: Range, step: number): Place | undefined {
  const { text, start } = line;
  const column = at - start;
  const aside = misplaced(line, frames, column, step);
  leave(frames, column, false);
  const top = frames.at(-1);
  const { token, quote, closed } = unquoted(text, word);
  const common = { token, flow: false, quote, closed, column, leading: Math.min(line.content, at) };
  if (top === undefined || (top.kind === "map" && top.column === column)) {
    if (top === undefined && column > 0) return undefined;
    const siblings = keysAround(text, start, column);
    return { ...common, kind: "key", path: top?.path ?? [], hasColon: false, siblings };
  }
  if (aside !== undefined) {
    const siblings = keysAround(text, start, aside.column);
    const whole = { start, end: word.end };
    const moved = { ...common, token: whole, quote: undefined, column: aside.column, leading: start };
    return { ...moved, kind: "key", path: aside.path, hasColon: false, siblings, misplaced: true };
  }
  const slot = { ...common, kind: "value", line: "below", needsSpace: false } as const;
  if (top.kind === "list" && top.column === column) {
    const path = [...top.path, Number(top.last) + 1];
    return { ...slot, path, needsDash: true, siblings: itemsAround(text, start, column) };
  }
  if (top.filled) return undefined;
  const keys = keysAround(text, start, column);
  const siblings = keys.size > 0 ? keys : itemsAround(text, start, column);
  return { ...slot, path: slotOf(frames), siblings };
}

/** The map that a line belongs to which stands beside its column: too far out, or in by less than a level. */
function misplaced({ text, start }: Line, frames: readonly Frame[], column: number, step: number): Frame | undefined {
  const top = frames.at(-1);
  if (top === undefined || column === 0 || frames.some((frame) => frame.column === column)) return undefined;
  const maps = frames.filter(({ kind }) => kind === "map");
  if (top.column < column) return top.kind === "map" && top.filled && column - top.column < step ? top : undefined;
  // A tab is as wide as somebody likes: the innermost map is meant.
  if (text[start] === "\t") return maps.at(-1);
  const distance = (frame: Frame): number => Math.abs(frame.column - column);
  return maps.reduceRight<Frame | undefined>(
    (best, frame) => (best === undefined || distance(frame) < distance(best) ? frame : best),
    undefined,
  );
}

/** A word that begins with a quote, which may be without its other one. */
function unquoted(text: string, word: Range): Pick<Place, "token" | "quote" | "closed"> {
  const quote = text[word.start];
  if (quote !== '"' && quote !== "'") return { token: word, closed: false };
  const closed = word.end > word.start + 1 && text[word.end - 1] === quote;
  return { token: { start: word.start + 1, end: closed ? word.end - 1 : word.end }, quote, closed };
}

function skipWord(text: string, from: number, end: number): number {
  const word = /^[^\s#]+/.exec(text.slice(from, end));
  return from + (word?.[0].length ?? 0);
}
