import { t } from "../l10n";
import type { Path, Range } from "../problem";
import type { MapNode, Node, SequenceNode } from "../syntax/node";
import { blanksAbove, blanksBelow, columnOf, commentsAbove, isBlank, lineStart, nextLine, tailOf } from "./lines";
import { keyOf } from "./model";
import type { TextEdit } from "./operation";
import { refuse } from "./refusal";
import { dashOf, isFlow, nodeAt } from "./slot";

/** Takes out entries and items with the comments that are theirs. No collection loses its last one. */
export function removeAt(text: string, root: Node | undefined, paths: readonly Path[]): readonly TextEdit[] {
  const groups = new Map<MapNode | SequenceNode, { flow: boolean; gone: Set<number>; root: boolean }>();
  for (const path of paths) {
    const parent = nodeAt(root, path.slice(0, -1));
    if (parent?.kind !== "map" && parent?.kind !== "sequence")
      return refuse(t`That place is not in the text any more.`);
    const step = path.at(-1);
    const index =
      parent.kind === "map" ? parent.entries.findIndex(({ key }) => keyOf(key) === String(step)) : Number(step);
    const known = groups.get(parent);
    const group = known ?? { flow: isFlow(root, path.slice(0, -1)), gone: new Set<number>(), root: path.length === 1 };
    group.gone.add(index);
    groups.set(parent, group);
  }
  const ranges = [...groups].flatMap(([parent, group]) =>
    group.flow ? fromFlow(text, parent, group.gone) : fromBlock(text, parent, group.gone, group.root),
  );
  return union(ranges).map((range) => ({ range: keepLastLineEnd(text, range), text: "" }));
}

function fromBlock(
  text: string,
  parent: MapNode | SequenceNode,
  gone: ReadonlySet<number>,
  isRoot: boolean,
): readonly Range[] {
  const parts = partsOf(text, parent);
  return [...gone].map((index) => {
    const part = parts[index];
    if (part === undefined) return refuse(t`That place is not in the text any more.`);
    const column = columnOf(text, parent.kind === "map" ? part.start : parent.range.start);
    const line = lineStart(text, part.start);
    if (!isBlank(text.slice(line, part.start))) {
      // The first entry shares the line of its dash: what follows moves up to it.
      const next = parts.findIndex((_, at) => at > index && !gone.has(at));
      const to = parts[next];
      return to === undefined
        ? refuse(t`The first entry of a list item cannot go alone.`)
        : { start: part.start, end: to.start };
    }
    const limit = index === 0 ? 0 : (parts[index - 1]?.end ?? 0);
    const above = commentsAbove(text, line, column, limit);
    const start = isRoot && lineStart(text, 0) === above ? line : above;
    const end = nextLine(text, tailOf(text, part.end, column, false));
    const isLast = parts.every((_, at) => at <= index || gone.has(at));
    const isFirst = parts.every((_, at) => at >= index || gone.has(at));
    const top = blanksAbove(text, start);
    const bottom = blanksBelow(text, end);
    if (top < start && (bottom > end || isLast)) return { start: top, end };
    return isFirst && !isLast ? { start, end: bottom } : { start, end };
  });
}

function partsOf(text: string, parent: MapNode | SequenceNode): readonly Range[] {
  if (parent.kind === "map") return parent.entries.map(({ range }) => range);
  if (parent.flow) return parent.items.map(({ range }) => range);
  return parent.items.map(({ range }, index) => {
    const start = dashOf(text, parent, index);
    return { start, end: Math.max(range.end, start + 1) };
  });
}

function fromFlow(text: string, parent: MapNode | SequenceNode, gone: ReadonlySet<number>): readonly Range[] {
  const parts = partsOf(text, parent);
  const ranges: Range[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const first = parts[index];
    if (first === undefined || !gone.has(index)) continue;
    const previous = parts[index - 1];
    let last = first;
    while (gone.has(index + 1)) {
      index += 1;
      last = parts[index] ?? last;
    }
    const next = parts[index + 1];
    const lines = ownLines(text, first, last, previous, parent.range.end);
    if (lines !== undefined) {
      ranges.push(lines);
      const comma =
        next === undefined && previous !== undefined ? danglingComma(text, previous, last, parent) : undefined;
      if (comma !== undefined) ranges.push(comma);
    } else if (next !== undefined) {
      ranges.push({ start: first.start, end: next.start });
    } else {
      ranges.push({ start: previous?.end ?? first.start, end: last.end });
    }
  }
  return ranges;
}

/** The whole lines of parts that share theirs with nothing else, comments above included. */
function ownLines(
  text: string,
  first: Range,
  last: Range,
  previous: Range | undefined,
  limit: number,
): Range | undefined {
  const line = lineStart(text, first.start);
  const rest = /^[ \t]*,?[ \t]*(#[^\n]*)?\r?(\n|$)/.exec(text.slice(last.end, limit));
  if (!isBlank(text.slice(line, first.start)) || rest === null || rest[2] === "") return undefined;
  const start = commentsAbove(text, line, columnOf(text, first.start), previous?.end ?? 0);
  return { start, end: last.end + rest[0].length };
}

/** The comma behind what is now the last part, where the author puts none behind the last. */
function danglingComma(
  text: string,
  previous: Range,
  last: Range,
  parent: (Range & object) | MapNode | SequenceNode,
): Range | undefined {
  const end = "range" in parent ? parent.range.end : parent.end;
  if (/^\s*,/.test(text.slice(last.end, end))) return undefined;
  const comma = /^\s*,/.exec(text.slice(previous.end, end));
  return comma === null ? undefined : { start: previous.end, end: previous.end + comma[0].length };
}

function union(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** At the end of a text without a final line end, the line end before goes instead of the one behind. */
function keepLastLineEnd(text: string, range: Range): Range {
  if (range.end < text.length || text.endsWith("\n") || range.start === 0 || text[range.start - 1] !== "\n")
    return range;
  return { start: range.start - (text[range.start - 2] === "\r" ? 2 : 1), end: range.end };
}
