import { isCollection, type Node } from "yaml";
import { childrenOf, isFlow, type Place } from "./tree";

/** Offsets; an edit may stand at its ends. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/** Regions that touch are one: an edit may reach over both. */
export function union(regions: readonly Region[]): readonly Region[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...regions].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** From behind the key to the end of the value, with the comments in it and behind it. */
export function valueRegion(text: string, place: Place): Region {
  const { node, key, parent } = place;
  if (parent === undefined) return { start: 0, end: text.length };
  const start = key?.range?.[1] ?? previousEnd(place) ?? node?.range?.[0] ?? 0;
  const end = endOf(node) ?? start;
  if (isFlow(parent)) return { start, end: Math.max(end, start + 1) };
  return { start, end: below(text, trimmed(text, start, end), columnOf(text, startOf(place)), false) };
}

/** Between the last entry or item and what comes next. */
export function insertRegion(text: string, place: Place): Region {
  const end = endOf(place.node) ?? 0;
  if (isFlow(place)) {
    const last = childrenOf(place.node).at(-1);
    return { start: endOf(last?.node) ?? last?.key?.range?.[1] ?? end, end };
  }
  const start = trimmed(text, 0, end);
  const next = /^[^\n]*(?:\n[ \t]*(?:#[^\n]*)?\r?(?=\n|$))*/.exec(text.slice(start));
  return { start, end: start + (next?.[0].length ?? 0) };
}

/** The whole entry with the comments above and below that are its own, and the blank lines around. */
export function removalRegion(text: string, place: Place): Region {
  const siblings = childrenOf(place.parent?.node);
  const index = siblings.findIndex(({ step }) => step === place.step);
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const from = endOf(before?.node) ?? before?.key?.range?.[1];
  const to = after?.key?.range?.[0] ?? after?.node?.range?.[0];
  const own = startOf(place);
  if (isFlow(place.parent)) {
    const { range } = place.parent?.node ?? {};
    return { start: from ?? (range?.[0] ?? 0) + 1, end: to ?? Math.max((range?.[1] ?? own) - 1, own) };
  }
  // An item begins at its dash, which stands where the list begins.
  const column = columnOf(text, place.key === undefined ? (place.parent?.node?.range?.[0] ?? own) : own);
  const end = below(text, trimmed(text, own, endOf(place.node) ?? place.key?.range?.[1] ?? own), column, true);
  const line = lineStart(text, own);
  const isAtStart = /^\s*(?:- *)?$/.test(text.slice(line, own));
  if (!isAtStart) return { start: own, end: to ?? end };
  const start = above(text, line, column);
  return { start, end: to === undefined ? end : Math.max(end, lineStart(text, to)) };
}

/** Behind the last scalar in it: to the package, comments at the end are part of a map. */
function endOf(node: Node | undefined): number | undefined {
  const last = isFlowNode(node) ? undefined : childrenOf(node).at(-1);
  if (last === undefined) return node?.range?.[1];
  return endOf(last.node) ?? last.key?.range?.[1];
}

function isFlowNode(node: Node | undefined): boolean {
  return isCollection(node) && node.flow === true;
}

function startOf({ key, node, parent }: Place): number {
  return key?.range?.[0] ?? node?.range?.[0] ?? parent?.node?.range?.[0] ?? 0;
}

/** An item's value may begin far behind its dash. */
function previousEnd({ parent, step }: Place): number | undefined {
  const index = Number(step);
  const before = childrenOf(parent?.node)[index - 1];
  return before?.node?.range?.[1] ?? parent?.node?.range?.[0];
}

/** Behind the last character before `end` that is no white space. */
function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The end of the line, and of the comment lines below that stand deeper; with `blank`, of blank lines below as well. */
function below(text: string, offset: number, column: number, blank: boolean): number {
  let end = lineEnd(text, offset);
  let taken = end;
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    const line = text.slice(end + 1, next);
    const isBlank = line.trim() === "";
    if (!isBlank && !(line.trimStart().startsWith("#") && line.search(/\S/) > column)) break;
    end = next;
    if (!isBlank || blank) taken = end;
  }
  return Math.min(text.length, taken + 1);
}

/** The start of the comment lines at this column, and of the blank lines, directly above. */
function above(text: string, line: number, column: number): number {
  let top = line;
  while (top > 0) {
    const start = lineStart(text, top - 1);
    const content = text.slice(start, top).replace("\ufeff", "");
    const indent = content.search(/\S/);
    if (indent >= 0 && !(content[indent] === "#" && indent === column)) break;
    top = start;
  }
  return top;
}

function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text[start] === "\ufeff" ? 1 : 0);
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** At the line's end characters. */
function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed;
}
