import type { Range } from "../problem";

/** A top-level entry; `children` are its entries where these can be parsed one by one. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly children?: readonly Range[];
}

export interface Split {
  readonly pieces: readonly Piece[];
  /** The text has another form than `key: ...` lines: there is one piece, and it is the document. */
  readonly whole: boolean;
  /** Behind the last character of the first document. */
  readonly end: number;
  /** Where a second document begins. */
  readonly second?: Range;
}

interface Line {
  readonly start: number;
  /** Where its first character that is not a space stands, as an offset. */
  readonly content: number;
  readonly end: number;
}

const headers = /^(?:components|environments|canvas|"components"|"environments"|"canvas")[ \t]*:[ \t]*(?:#.*)?\r?$/;
const quotedKey = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?:[ \t\r]|$)/;

/**
 * Cuts the text where a top-level entry begins and, below `components`, `environments` and `canvas`, where an entry of
 * these begins. YAML asks whatever belongs to an entry to be indented more than its key (a list's dash excepted), so
 * that in a valid document these cuts never go through a value, and in a broken one a mistake stays in its piece.
 * A text of another form (a list, a flow map, explicit keys, directives) is one piece. Linear.
 */
export function split(text: string): Split {
  const { lines, begin, end, second, whole } = readLines(text);
  const rest = { end, whole: false, ...(second && { second }) };
  const first = lines[0];
  if (first === undefined) return { pieces: [], ...rest };
  const one: Split = { pieces: [{ start: begin, end }], ...rest, whole: true };
  if (whole || !canStartMap(text, first) || first.content !== first.start) return one;

  const pieces: Piece[] = [];
  let from = 0;
  for (let index = 1; index <= lines.length; index++) {
    const line = lines[index];
    if (line !== undefined) {
      if (line.content !== line.start || !isEntry(text, line)) continue;
      if (isExplicit(text, line)) return one;
    }
    const header = lines[from];
    if (header === undefined) break;
    const stop = line?.start ?? end;
    const children = splitChildren(text, lines, from, index, stop);
    pieces.push({ start: header.start, end: stop, ...(children && { children }) });
    from = index;
  }
  return { pieces, ...rest };
}

function splitChildren(text: string, lines: readonly Line[], from: number, to: number, stop: number) {
  const header = lines[from];
  const first = lines[from + 1];
  if (header === undefined || first === undefined || from + 1 >= to) return undefined;
  if (!headers.test(text.slice(header.start, header.end))) return undefined;
  const indent = first.content - first.start;
  if (indent === 0 || !canStartMap(text, first)) return undefined;
  const starts: number[] = [];
  for (let index = from + 1; index < to; index++) {
    const line = lines[index];
    if (line === undefined || line.content - line.start !== indent || !isEntry(text, line)) continue;
    if (isExplicit(text, line)) return undefined;
    starts.push(line.start);
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? stop }));
}

/** The lines of the first document that have content, comments left out. */
function readLines(text: string) {
  const lines: Line[] = [];
  let whole = false;
  let marked = false;
  let closed = false;
  let begin = 0;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    let content = start;
    while (text[content] === " ") content++;
    const character = text[content];
    const marker = content === start ? documentMarker(text, start) : undefined;
    const blank = content >= end || character === "\r" || character === "#" || isBlank(text, content, end);
    if (closed && !blank) {
      const range = { start: content, end: marker ? content + 3 : end };
      return { lines, begin, end: start, second: range, whole };
    }
    if (marker === "---") {
      if (lines.length > 0 || marked) {
        return { lines, begin, end: start, second: { start, end: start + 3 }, whole };
      }
      marked = true;
      if (/^---[ \t]*(?:#.*)?\r?$/.test(text.slice(start, end))) begin = whole ? begin : end + 1;
      else {
        whole = true;
        lines.push({ start, content, end });
      }
    } else if (marker === "...") {
      // The end of a document that has not begun is nothing.
      if (lines.length > 0 || marked) closed = true;
      else begin = end + 1;
    } else if (!blank) {
      if (character === "%" && lines.length === 0 && content === start) whole = true;
      else lines.push({ start, content, end });
    }
    start = end + 1;
  }
  return { lines, begin: Math.min(begin, text.length), end: text.length, second: undefined, whole };
}

function documentMarker(text: string, start: number): "---" | "..." | undefined {
  const found = text.slice(start, start + 3);
  if (found !== "---" && found !== "...") return undefined;
  const next = text[start + 3];
  return next === undefined || " \t\r\n".includes(next) ? found : undefined;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    if (!" \t\r".includes(text[index] ?? "")) return false;
  }
  return true;
}

/** A dash continues the list above; a bracket or comma, or a tab in the indentation, what stands above it. */
function isEntry(text: string, line: Line): boolean {
  const character = text[line.content] ?? "";
  if ("]}[{,\t".includes(character)) return false;
  return !(character === "-" && isSeparated(text, line));
}

/** `? key` and `: value`. */
function isExplicit(text: string, line: Line): boolean {
  return "?:".includes(text[line.content] ?? "") && isSeparated(text, line);
}

function isSeparated(text: string, line: Line): boolean {
  const next = text[line.content + 1];
  return next === undefined || " \t\r\n".includes(next);
}

/** Whether the first line of a map is a plain enough `key: ...`, rather than a property or a scalar of several lines. */
function canStartMap(text: string, line: Line): boolean {
  const character = text[line.content] ?? "";
  if (!isEntry(text, line) || isExplicit(text, line) || "&!*|>%@`".includes(character)) return false;
  return !"\"'".includes(character) || quotedKey.test(text.slice(line.content, line.end));
}
