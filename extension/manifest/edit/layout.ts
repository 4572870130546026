import type { MapNode, Node, SequenceNode } from "../syntax/node";
import { columnOf, lineBreak } from "./lines";
import { keyOf } from "./model";

/** How a file is laid out, so that what is added looks as if its author had written it. */
export interface Layout {
  readonly lineBreak: "\n" | "\r\n";
  /** How much deeper a map stands than its key. */
  readonly step: number;
  /** How much deeper a list's dashes stand than their key: often 0. */
  readonly listStep: number;
  /** `{ a: 1 }` rather than `{a: 1}`. */
  readonly spacedBraces: boolean;
  readonly spacedBrackets: boolean;
  /** How the file writes a component's collection with this key, if it does. */
  flowOf(key: string): boolean | undefined;
}

/** Reads the layout off the first place that shows it. */
export function layoutOf(text: string, root: Node | undefined): Layout {
  const nested = first(root, (node, parent) =>
    node.kind === "map" && parent.kind === "map" ? under(text, node, parent) : undefined,
  );
  const list = first(root, (node, parent) =>
    node.kind === "sequence" && parent.kind === "map" ? under(text, node, parent) : undefined,
  );
  let fields: ReadonlyMap<string, boolean> | undefined;
  const step = nested !== undefined && nested > 0 ? nested : 2;
  return {
    lineBreak: lineBreak(text) === "\r\n" ? "\r\n" : "\n",
    step,
    listStep: list ?? step,
    spacedBraces: first(root, (node) => (node.kind === "map" ? isSpaced(text, node) : undefined)) ?? true,
    spacedBrackets: first(root, (node) => (node.kind === "sequence" ? isSpaced(text, node) : undefined)) ?? false,
    flowOf: (key) => {
      fields ??= flowOfFields(root);
      return fields.get(key);
    },
  };
}

function under(text: string, node: MapNode | SequenceNode, parent: MapNode): number | undefined {
  if (node.flow || parent.flow) return undefined;
  return columnOf(text, node.range.start) - columnOf(text, parent.range.start);
}

function isSpaced(text: string, node: MapNode | SequenceNode): boolean | undefined {
  const children = node.kind === "map" ? node.entries : node.items;
  if (!node.flow || children.length === 0) return undefined;
  const next = text[node.range.start + 1];
  return next === "\n" || next === "\r" ? undefined : next === " ";
}

function first<T>(
  root: Node | undefined,
  answer: (node: MapNode | SequenceNode, parent: Node) => T | undefined,
): T | undefined {
  const visit = (node: Node | undefined, parent: Node | undefined): T | undefined => {
    if (node === undefined || node.kind === "scalar" || node.kind === "alias") return undefined;
    const found = parent === undefined ? undefined : answer(node, parent);
    if (found !== undefined) return found;
    const children = node.kind === "map" ? node.entries.map(({ value }) => value) : node.items;
    for (const child of children) {
      const inside = visit(child, node);
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  return visit(root, undefined);
}

/** For every field of a component that is a collection somewhere: whether its first is written in braces or brackets. */
function flowOfFields(root: Node | undefined): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  if (root?.kind !== "map") return found;
  const components = root.entries.find((entry) => keyOf(entry.key) === "components")?.value;
  if (components?.kind !== "map") return found;
  for (const { value: component } of components.entries) {
    if (component?.kind !== "map") continue;
    for (const { key, value } of component.entries) {
      const size = value?.kind === "sequence" ? value.items.length : value?.kind === "map" ? value.entries.length : 0;
      if (size > 0 && !found.has(keyOf(key))) found.set(keyOf(key), isFlowNode(value));
    }
  }
  return found;
}

function isFlowNode(node: Node | undefined): boolean {
  return (node?.kind === "map" || node?.kind === "sequence") && node.flow;
}
