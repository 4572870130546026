import { t } from "../l10n";
import type { Path, Range } from "../problem";
import type { MapNode, Node, SequenceNode } from "../syntax/node";
import type { Layout } from "./layout";
import { blanksAbove, columnOf, commentsAbove, isBlank, lineEnd, lineStart, nextLine, tailOf } from "./lines";
import type { MapModel, Model } from "./model";
import type { TextEdit } from "./operation";
import { refuse } from "./refusal";
import { renderEntry, renderFlow, renderFlowEntry, renderItem } from "./render";
import { dashOf, isFlow, nodeAt } from "./slot";

/** New entries behind the last of the map at `path`, with the blank lines its neighbours have. */
export function appendEntries(
  text: string,
  root: Node | undefined,
  layout: Layout,
  path: Path,
  entries: MapModel["entries"],
): readonly TextEdit[] {
  const map = nodeAt(root, path);
  const last = map?.kind === "map" ? map.entries.at(-1) : undefined;
  if (map?.kind !== "map" || last === undefined) return refuse(t`That place is not in the text any more.`);
  if (isFlow(root, path)) {
    const quoted = map.entries.every(({ key }) => key.style === "double");
    const rendered = entries.map((entry) => renderFlowEntry(entry, layout, quoted));
    return insertFlow(text, layout, map, map.entries.length, rendered);
  }
  const column = columnOf(text, last.range.start);
  const style = last.key.style === "double" || last.key.style === "single" ? last.key.style : undefined;
  const gap = hasBlankGaps(text, map, path.length === 1 && path[0] === "components") ? [""] : [];
  const lines = entries.flatMap((entry) => [...gap, ...renderEntry(entry, layout, column, style)]);
  return [below(layout, endOf(text, last.value ?? last.key, last.range.end, column), lines)];
}

/** New items before the item at `index` of the list at `path`, or behind its last. */
export function insertItems(
  text: string,
  root: Node | undefined,
  layout: Layout,
  path: Path,
  index: number,
  items: readonly Model[],
): readonly TextEdit[] {
  const list = nodeAt(root, path);
  const near = list?.kind === "sequence" ? list.items[Math.max(0, index - 1)] : undefined;
  if (list?.kind !== "sequence" || near === undefined) return refuse(t`That place is not in the text any more.`);
  if (isFlow(root, path)) {
    const rendered = items.map((item) => renderFlow(item, layout, isQuoted(near)));
    return insertFlow(text, layout, list, index, rendered);
  }
  const column = columnOf(text, list.range.start);
  const flow = near.kind === "map" || near.kind === "sequence" ? near.flow : undefined;
  const lines = items.flatMap((item) => renderItem(item, layout, column, flow));
  if (index > 0) return [below(layout, endOf(text, near, near.range.end, column), lines)];
  const dash = dashOf(text, list, 0);
  const start = lineStart(text, dash);
  if (!isBlank(text.slice(start, dash))) return refuse(t`The list begins on its parent's line; change it in the text.`);
  const top = commentsAbove(text, start, column, 0);
  return [{ range: at(top), text: lines.map((line) => line + layout.lineBreak).join("") }];
}

/** Lines below the line that ends at `offset`. */
function below(layout: Layout, offset: number, lines: readonly string[]): TextEdit {
  return { range: at(offset), text: lines.map((line) => layout.lineBreak + line).join("") };
}

/** Where the next sibling can begin; a block scalar that keeps its blank lines keeps them. */
function endOf(text: string, node: Node, end: number, column: number): number {
  const last = deepLast(node);
  const kept =
    last.kind === "scalar" && /^[|>][0-9]?\+/.test(text.slice(last.range.start, last.range.start + 3))
      ? keptBlanks(text, end)
      : end;
  return tailOf(text, kept, column, true);
}

function keptBlanks(text: string, end: number): number {
  let last = lineEnd(text, end);
  for (let start = nextLine(text, last); start < text.length; start = nextLine(text, start)) {
    if (!isBlank(text.slice(start, lineEnd(text, start)))) break;
    last = lineEnd(text, start);
  }
  return last;
}

function deepLast(node: Node): Node {
  const inner = node.kind === "map" ? (node.entries.at(-1)?.value ?? undefined) : undefined;
  const item = node.kind === "sequence" ? node.items.at(-1) : inner;
  return item === undefined ? node : deepLast(item);
}

/** Whether the map's entries stand apart: the last two, or else more than half of all. */
function hasBlankGaps(text: string, map: MapNode, lastDecides: boolean): boolean {
  const gaps = map.entries.slice(1).map((entry) => {
    const start = lineStart(text, entry.range.start);
    const top = commentsAbove(text, start, columnOf(text, entry.range.start), 0);
    return blanksAbove(text, top) < top;
  });
  if (lastDecides) return gaps.at(-1) === true;
  return gaps.filter(Boolean).length * 2 > gaps.length;
}

function insertFlow(
  text: string,
  layout: Layout,
  node: MapNode | SequenceNode,
  index: number,
  rendered: readonly string[],
): readonly TextEdit[] {
  const ranges: readonly Range[] =
    node.kind === "map" ? node.entries.map(({ range }) => range) : node.items.map(({ range }) => range);
  const first = ranges[0];
  const previous = ranges[index - 1];
  if (first === undefined) return refuse(t`That place is not in the text any more.`);
  if (previous === undefined) return [{ range: at(first.start), text: rendered.map((one) => `${one}, `).join("") }];
  const start = lineStart(text, previous.start);
  const comma = /^\s*,/.exec(text.slice(previous.end, node.range.end));
  const behind = comma === null ? previous.end : previous.end + comma[0].length;
  if (!isBlank(text.slice(start, previous.start))) {
    const added = rendered.map((one) => (comma === null ? `, ${one}` : ` ${one},`)).join("");
    return [{ range: at(behind), text: added }];
  }
  const lead = layout.lineBreak + text.slice(start, previous.start);
  const rest = text.slice(behind, lineEnd(text, behind));
  const end = /^\s*(#.*)?$/.test(rest) ? lineEnd(text, behind) : behind;
  const trailing = comma !== null;
  const added = rendered.map((one, at) => lead + one + (trailing || at < rendered.length - 1 ? "," : "")).join("");
  if (trailing) return [{ range: at(end), text: added }];
  if (end === behind) return [{ range: at(behind), text: `,${added}` }];
  return [
    { range: at(behind), text: "," },
    { range: at(end), text: added },
  ];
}

function isQuoted(node: Node): boolean {
  return node.kind === "scalar" && node.style === "double";
}

function at(offset: number): Range {
  return { start: offset, end: offset };
}
