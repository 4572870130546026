import { tailOf } from "../../manifest/edit/lines";
import type { TextEdit } from "../../manifest/edit/operation";
import type { Manifest } from "../../manifest/manifest";
import type { Range } from "../../manifest/problem";
import type { Entry, MapNode, Node, SequenceNode } from "../../manifest/syntax/node";
import { lineAt, lineStarts } from "../fold";
import { walk } from "../walk";

/** The entry or item that a range is the key, the value or a part of: the innermost. */
export function holderOf(
  manifest: Manifest,
  range: Range,
): { parent: MapNode | SequenceNode; index: number } | undefined {
  let found: { parent: MapNode | SequenceNode; index: number } | undefined;
  const holds = (one: Range): boolean => one.start <= range.start && one.end >= range.end;
  walk(manifest.root, (node) => {
    if (node.kind !== "map" && node.kind !== "sequence") return;
    const children: readonly (Entry | Node)[] = node.kind === "map" ? node.entries : node.items;
    const index = children.findIndex((child) => holds(child.range));
    if (index >= 0) found = { parent: node, index };
  });
  return found;
}

/**
 * Takes out the entry or item that a problem marks, by its lines; undefined where that would leave nothing in its place.
 * By place and not by name, since of two entries with one key it is the later one.
 */
export function removal(manifest: Manifest, range: Range): TextEdit | undefined {
  const holder = holderOf(manifest, range);
  if (holder === undefined) return undefined;
  const { parent, index } = holder;
  const { text } = manifest;
  const children: readonly (Entry | Node)[] = parent.kind === "map" ? parent.entries : parent.items;
  const child = children[index];
  if (child === undefined || children.length < 2) return undefined;
  if (parent.flow) {
    const next = children[index + 1];
    const before = children[index - 1];
    if (next !== undefined) return { range: { start: child.range.start, end: next.range.start }, text: "" };
    return before && { range: { start: before.range.end, end: child.range.end }, text: "" };
  }
  const begin = parent.kind === "map" ? child.range.start : text.lastIndexOf("-", child.range.start);
  const starts = lineStarts(text);
  const start = starts[lineAt(starts, begin)] ?? 0;
  // The first key of an item stands behind its dash.
  if (text.slice(start, begin).trim() !== "") {
    const next = children[index + 1];
    return next && { range: { start: begin, end: next.range.start }, text: "" };
  }
  const end = tailOf(text, Math.max(begin, child.range.end - 1), begin - start, false);
  const below = starts[lineAt(starts, end) + 1];
  if (below !== undefined) return { range: { start, end: below }, text: "" };
  return { range: { start: Math.max(0, start - (text[start - 2] === "\r" ? 2 : 1)), end }, text: "" };
}
