import type { Path } from "../manifest/problem";
import type { Entry, Node } from "../manifest/syntax/node";

/** Calls `visit` for every node that is written, outer ones first; `entry` where it is a map's value. Aliases are not followed. */
export function walkWithPaths(
  node: Node | undefined,
  visit: (node: Node, path: Path, entry: Entry | undefined) => void,
  path: Path = [],
  entry?: Entry,
): void {
  if (node === undefined) return;
  visit(node, path, entry);
  if (node.kind === "map")
    for (const child of node.entries) walkWithPaths(child.value, visit, [...path, String(child.key.value)], child);
  if (node.kind === "sequence")
    for (const [index, item] of node.items.entries()) walkWithPaths(item, visit, [...path, index]);
}

/** The same without paths, which cost more than the walk. */
export function walk(
  node: Node | undefined,
  visit: (node: Node, entry: Entry | undefined) => void,
  entry?: Entry,
): void {
  if (node === undefined) return;
  visit(node, entry);
  if (node.kind === "map") for (const child of node.entries) walk(child.value, visit, child);
  if (node.kind === "sequence") for (const item of node.items) walk(item, visit);
}

/** The own entry of a map with this key. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => String(entry.key.value) === key) : undefined;
}
