import type { Path, Range } from "../problem";
import type { Node } from "../syntax/node";
import type { Layout } from "./layout";
import { columnOf, isBlank, lineBreak, lineEnd, tailOf } from "./lines";
import type { Model } from "./model";
import type { TextEdit } from "./operation";
import { type Rendered, renderBlock, renderEntry, renderFlow, renderItem } from "./render";
import { behindColon, behindDash, type Slot, slotAt } from "./slot";

/** Puts a value in the place of what is written at `path`, or where nothing is. Comments on its line stay. */
export function replaceAt(
  text: string,
  root: Node | undefined,
  layout: Layout,
  path: Path,
  value: Model,
): readonly TextEdit[] {
  if (path.length === 0) return replaceRoot(text, root, layout, value);
  const slot = slotAt(root, path);
  if (slot.flow) return replaceInFlow(layout, slot, value);
  const { entry, parent } = slot;
  if (entry === undefined) return replaceItem(text, layout, slot, value);
  const head = headOf(text, behindColon(text, entry));
  const key = String(path.at(-1));
  const column = columnOf(text, parent.range.start);
  return replaceBehind(
    text,
    head,
    slot.value,
    column,
    renderBlock(value, { layout, column, key, inList: false, ...styleOf(slot.value) }),
  );
}

function replaceRoot(text: string, root: Node | undefined, layout: Layout, value: Model): readonly TextEdit[] {
  if (value.kind !== "map") return [];
  const lines = value.entries.flatMap((entry) => renderEntry(entry, layout, 0)).join(layout.lineBreak);
  const empty = text.length === 0 || text.endsWith("\n") || text === "\ufeff";
  if (root !== undefined) return [{ range: root.range, text: lines }];
  return [{ range: at(text.length), text: (empty ? "" : lineBreak(text)) + lines + layout.lineBreak }];
}

function replaceInFlow(layout: Layout, { value: old, entry, parent }: Slot, value: Model): readonly TextEdit[] {
  const quoted =
    old?.kind === "scalar"
      ? old.style === "double"
      : parent.kind === "map" && parent.entries.every(({ key }) => key.style === "double");
  const rendered = renderFlow(value, layout, quoted);
  if (old !== undefined) return [{ range: old.range, text: rendered }];
  if (entry === undefined) return [];
  const colon = entry.range.end > entry.key.range.end;
  return [{ range: at(entry.range.end), text: `${colon ? "" : ":"} ${rendered}` }];
}

/** An item of a block list: its text begins behind the dash, on the dash's line. */
function replaceItem(
  text: string,
  layout: Layout,
  { parent, index, value: old }: Slot,
  value: Model,
): readonly TextEdit[] {
  if (parent.kind !== "sequence") return [];
  const column = columnOf(text, parent.range.start);
  const head = headOf(text, behindDash(text, parent, index));
  if (old !== undefined && (old.kind === "map" || old.kind === "sequence") && !old.flow) {
    const [first = "", ...rest] = renderItem(value, layout, column).map((line) => line.trimEnd());
    const lines = [first.slice(column + 2), ...rest].join(layout.lineBreak);
    return [{ range: { start: old.range.start, end: old.range.end }, text: lines }];
  }
  const rendered = renderBlock(value, { layout, column, inList: true, ...styleOf(old) });
  if (rendered.first !== undefined) return replaceBehind(text, head, old, column, rendered);
  const [first = "", ...rest] = rendered.lines;
  const compact = [first.trimStart(), ...rest].join(layout.lineBreak);
  return replaceBehind(text, head, old, column, { first: compact, lines: [] });
}

/**
 * Rewrites what stands behind `head`: a part on its line, from there or from the old value on, and the lines below.
 * What stands between and behind them, a comment, stays.
 */
function replaceBehind(
  text: string,
  head: number,
  old: Node | undefined,
  column: number,
  { first, lines }: Rendered,
): readonly TextEdit[] {
  const inline = inlinePart(text, head, old, first !== undefined);
  const from = lineEnd(text, inline.end);
  const rest = text.slice(inline.end, from);
  const end = first === undefined && isBlank(rest) ? from : inline.end;
  const lead = inline.start === head && first !== undefined ? " " : "";
  const eol = lineBreak(text);
  const block = lines.map((line) => eol + line).join("");
  return [
    { range: { start: inline.start, end }, text: first === undefined ? "" : lead + first },
    { range: { start: from, end: blockEnd(text, from, old, column) }, text: block },
  ].filter(({ range, text: added }) => range.end > range.start || added !== "");
}

/** The part of the old value on the line of `head` that gives way. */
function inlinePart(text: string, head: number, old: Node | undefined, hasFirst: boolean): Range {
  const isBlock = old !== undefined && (old.kind === "map" || old.kind === "sequence") && !old.flow;
  if (old === undefined || isEmpty(old.range) || isBlock || old.range.start > lineEnd(text, head)) return at(head);
  const header = /^[|>][0-9+-]*/.exec(text.slice(old.range.start, old.range.start + 4));
  const isBlockScalar = old.kind === "scalar" && (old.style === "literal" || old.style === "folded");
  const end = isBlockScalar && header !== null ? old.range.start + header[0].length : old.range.end;
  return { start: hasFirst ? old.range.start : head, end };
}

/** The end of the old value's lines below `from`, with the comments in it. */
function blockEnd(text: string, from: number, old: Node | undefined, column: number): number {
  if (old === undefined || old.range.end <= from) return from;
  if (old.kind === "scalar" && old.style !== "plain" && old.style !== "double" && old.style !== "single") {
    return Math.max(from, lineEnd(text, old.range.end));
  }
  return old.kind === "map" || old.kind === "sequence"
    ? tailOf(text, old.range.end, column, false)
    : lineEnd(text, old.range.end);
}

/** Behind the anchor and tag, if there are any: they stay. */
function headOf(text: string, start: number): number {
  const props = /^(?:[ \t]+[&!][^\s]*)+/.exec(text.slice(start, lineEnd(text, start)));
  return props === null ? start : start + props[0].length;
}

function styleOf(old: Node | undefined): { flow?: boolean; prefer?: "single" | "double" } {
  if (old?.kind === "scalar" && (old.style === "single" || old.style === "double")) return { prefer: old.style };
  if (old?.kind === "map" && old.entries.length > 0) return { flow: old.flow };
  if (old?.kind === "sequence" && old.items.length > 0) return { flow: old.flow };
  return {};
}

function isEmpty(range: Range): boolean {
  return range.start === range.end;
}

function at(offset: number): Range {
  return { start: offset, end: offset };
}
