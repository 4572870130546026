import { t } from "../l10n";
import type { Path } from "../problem";
import type { Entry, MapNode, Node, SequenceNode } from "../syntax/node";
import { keyOf } from "./model";
import { refuse } from "./refusal";

/** A place in the text that holds a value, and what it is part of. */
export interface Slot {
  readonly parent: MapNode | SequenceNode;
  /** In the parent. */
  readonly index: number;
  /** The entry, in a map. */
  readonly entry?: Entry | undefined;
  readonly value: Node | undefined;
  /** The parent is written in braces or brackets, or something around it is. */
  readonly flow: boolean;
}

/** The node at a path, aliases not followed. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const step of path) node = childOf(node, step)?.value;
  return node;
}

export function childOf(node: Node | undefined, step: string | number): { value: Node | undefined } | undefined {
  if (node?.kind === "sequence")
    return Number(step) < node.items.length ? { value: node.items[Number(step)] } : undefined;
  if (node?.kind !== "map") return undefined;
  const entry = node.entries.find(({ key }) => keyOf(key) === String(step));
  return entry && { value: entry.value };
}

/** The slot at a path that is written. */
export function slotAt(root: Node | undefined, path: Path): Slot {
  const parent = nodeAt(root, path.slice(0, -1));
  const step = path.at(-1);
  const flow = isFlow(root, path.slice(0, -1));
  if (parent?.kind === "sequence") {
    const index = Number(step);
    return { parent, index, value: parent.items[index], flow };
  }
  if (parent?.kind !== "map") return refuse(t`That place is not in the text any more.`);
  const index = parent.entries.findIndex(({ key }) => keyOf(key) === String(step));
  const entry = parent.entries[index];
  if (entry === undefined) return refuse(t`That place is not in the text any more.`);
  return { parent, index, entry, value: entry.value, flow };
}

/** Whether the node at the path, or one around it, is written in braces or brackets. */
export function isFlow(root: Node | undefined, path: Path): boolean {
  let node = root;
  for (const step of [undefined, ...path]) {
    if (step !== undefined) node = childOf(node, step)?.value;
    if (node !== undefined && (node.kind === "map" || node.kind === "sequence") && node.flow) return true;
  }
  return false;
}

/** Behind the colon of an entry. */
export function behindColon(text: string, entry: Entry): number {
  const after = /^[ \t]*:/.exec(text.slice(entry.key.range.end, entry.key.range.end + 200));
  if (after === null) return refuse(t`\`${keyOf(entry.key)}\` is written with \`? \`; change it in the text.`);
  return entry.key.range.end + after[0].length;
}

/** Behind the dash of an item of a block list. */
export function behindDash(text: string, list: SequenceNode, index: number): number {
  return dashOf(text, list, index) + 1;
}

/** The dash of an item of a block list: the last one in the list's column before the item. */
export function dashOf(text: string, list: SequenceNode, index: number): number {
  if (index === 0) return list.range.start;
  const item = list.items[index];
  const from = list.items[index - 1]?.range.end ?? list.range.start;
  if (item === undefined) return refuse(t`That item is not in the text any more.`);
  const between = text.slice(from, item.range.start);
  // Before an item stand only its dash, an anchor or tag, and comments; a comment's dashes are not at the line's start.
  const dashes = [...between.matchAll(/(?:^|\n)[ \t]*-(?=\s|$)/g)];
  const last = dashes.at(-1);
  return last === undefined
    ? refuse(t`The list is written in a way that cannot be edited here.`)
    : from + last.index + last[0].length - 1;
}
