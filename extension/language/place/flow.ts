import type { Path, Range } from "../../manifest/problem";
import type { Place } from "./place";
import { closingQuote, contentOf, endOfLine, isBreak, keyAt, skipSpaces, startOfNext } from "./text";

interface Level {
  readonly kind: "map" | "list";
  readonly path: Path;
  readonly siblings: Set<string>;
  index: number;
  key: string | undefined;
  /** What stands there since the last comma or colon. */
  token: string | undefined;
}

/** What reading a flow collection gave: the cursor's place in it, or where to go on behind it. */
export type FlowResult = { readonly place: Place | undefined } | { readonly next: number };

/**
 * Reads the collection in braces or brackets that opens at `open`. `column` is that of the block entry it belongs to: a
 * line that begins a key there or further left means that a bracket was never closed.
 */
export function readFlow(text: string, open: number, path: Path, column: number, cursor: number): FlowResult {
  const levels: Level[] = [level(text, open, path)];
  let at = open + 1;
  for (let top = levels.at(-1); top !== undefined; top = levels.at(-1)) {
    const character = text[at];
    const isGap = isBreak(character) || character === "," || character === "]" || character === "}";
    if (at === cursor && isGap) return { place: emptyPlace(text, cursor, top) };
    if (character === undefined) return { next: at };
    if (character === "\n" && isUnclosed(text, at + 1, column, cursor)) return { next: at + 1 };
    if (isBreak(character)) {
      at += 1;
    } else if (character === "#" && isBreak(text[at - 1])) {
      const end = endOfLine(text, at);
      if (cursor > at && cursor <= end) return { place: undefined };
      at = end;
    } else if (character === "," || character === ":") {
      separate(top, character);
      at += 1;
    } else if (character === "[" || character === "{") {
      if (at === cursor) return { place: undefined };
      const inner = top.kind === "map" ? [...top.path, top.key ?? ""] : [...top.path, top.index];
      levels.push(level(text, at, inner));
      top.token = "";
      at += 1;
    } else if (character === "]" || character === "}") {
      levels.pop();
      at += 1;
    } else {
      const token = tokenAt(text, at);
      if (cursor >= at && cursor <= token.end) return { place: tokenPlace(text, cursor, top, token) };
      top.token = token.value;
      at = token.end;
    }
  }
  return { next: at };
}

function level(text: string, open: number, path: Path): Level {
  const kind = text[open] === "{" ? "map" : "list";
  return { kind, path, siblings: new Set(), index: 0, key: undefined, token: undefined };
}

function separate(top: Level, character: string): void {
  if (character === "," || top.kind === "list") {
    if (top.kind === "list" && top.token !== undefined) top.siblings.add(top.token);
    if (top.kind === "map" && top.key === undefined && top.token !== undefined) top.siblings.add(top.token);
    top.index += 1;
    top.key = undefined;
  } else if (top.key === undefined) {
    top.key = top.token ?? "";
    top.siblings.add(top.key);
  }
  top.token = undefined;
}

interface Token {
  /** Between the quotes, if there are any. */
  readonly range: Range;
  readonly end: number;
  readonly value: string;
  readonly quote?: '"' | "'";
  readonly closed: boolean;
}

function tokenAt(text: string, at: number): Token {
  const end = endOfLine(text, at);
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = closingQuote(text, at, end);
    const stop = close ?? end;
    const value = text.slice(at + 1, stop);
    const closed = close !== undefined;
    return { range: { start: at + 1, end: stop }, end: closed ? stop + 1 : stop, value, quote, closed };
  }
  let stop = at;
  while (stop < end && !",[]{}".includes(text[stop] ?? ",")) {
    const next = text[stop + 1];
    if (text[stop] === ":" && (isBreak(next) || ",[]{}".includes(next ?? ","))) break;
    if (text[stop] === "#" && isBreak(text[stop - 1])) break;
    // A reference has braces of its own.
    if (text.startsWith("${{", stop)) stop = Math.min(end, behindReference(text, stop, end)) - 1;
    stop += 1;
  }
  const value = text.slice(at, stop).trimEnd();
  const behind = at + Math.max(1, value.length);
  return { range: { start: at, end: behind }, end: behind, value, closed: true };
}

function behindReference(text: string, from: number, end: number): number {
  const close = text.indexOf("}}", from);
  return close < 0 || close > end ? from + 3 : close + 2;
}

/** Also where the cursor is on a blank line that is no deeper: a new entry is begun there. */
function isUnclosed(text: string, line: number, column: number, cursor: number): boolean {
  const end = endOfLine(text, line);
  const content = contentOf(text, line, end);
  if (content === end && cursor >= line && cursor <= end && cursor - line <= column) {
    const below = startOfNext(text, line);
    return below >= text.length || isUnclosed(text, below, column, -1);
  }
  return content < end && content - line <= column && keyAt(text, content, end) !== undefined;
}

function emptyPlace(text: string, cursor: number, top: Level): Place | undefined {
  if (top.token !== undefined) return undefined;
  return placeIn(text, cursor, top, { range: { start: cursor, end: cursor }, end: cursor, value: "", closed: false });
}

function tokenPlace(text: string, cursor: number, top: Level, token: Token): Place | undefined {
  const isBehind = cursor > token.range.end || (token.quote !== undefined && cursor < token.range.start);
  return isBehind || top.token !== undefined ? undefined : placeIn(text, cursor, top, token);
}

function placeIn(text: string, cursor: number, top: Level, token: Token): Place {
  const { range, quote, closed } = token;
  const at = { token: range, flow: true, quote, closed, column: 0, leading: 0 };
  const ahead = text[skipSpaces(text, token.end, endOfLine(text, token.end))];
  if (top.kind === "map" && top.key === undefined) {
    const siblings = new Set([...top.siblings, ...keysAhead(text, token.end)]);
    return { ...at, kind: "key", path: top.path, hasColon: ahead === ":", siblings };
  }
  const step = top.kind === "map" ? (top.key ?? "") : top.index;
  const siblings = top.kind === "map" ? new Set<string>() : new Set([...top.siblings, ...itemsAhead(text, token.end)]);
  const needsSpace = text[cursor - 1] === ":" && range.start === cursor;
  return { ...at, kind: "value", path: [...top.path, step], line: "inline", needsSpace, siblings };
}

/** The rest of the collection, as far as a glance reaches. */
function restOf(text: string, from: number): string {
  const near = text.slice(from, from + 2000).replace(/\$\{\{.*?\}\}/g, "");
  let depth = 0;
  for (let at = 0; at < near.length; at += 1) {
    if ("[{".includes(near[at] ?? "")) depth += 1;
    if ("]}".includes(near[at] ?? "")) depth -= 1;
    if (depth < 0) return near.slice(0, at);
  }
  return "";
}

function keysAhead(text: string, from: number): readonly string[] {
  const flat = restOf(text, from).replace(/\{[^{}]*\}|\[[^[\]]*\]/g, "");
  return [...flat.matchAll(/,\s*["']?([\w-]+)["']?\s*(?=[:,]|$)/g)].map(([, key]) => key ?? "");
}

function itemsAhead(text: string, from: number): readonly string[] {
  return [...restOf(text, from).matchAll(/,\s*["']?([\w.-]+)["']?\s*(?=,|$)/g)].map(([, item]) => item ?? "");
}
