import type { Path } from "../problem";
import type { Entry, Node } from "./node";
import { keyOf } from "./place";

/** The entry or item at a path, aliases not followed. */
export function findNode(
  root: Node | undefined,
  path: Path,
): { readonly entry?: Entry; readonly node?: Node } | undefined {
  let node = root;
  let entry: Entry | undefined;
  for (const step of path) {
    entry = undefined;
    if (node?.kind === "sequence" && typeof step === "number") node = node.items[step];
    else if (node?.kind === "map") {
      entry = node.entries.find((candidate) => keyOf(candidate).value === String(step));
      node = entry?.value;
    } else return undefined;
    if (entry === undefined && node === undefined) return undefined;
  }
  return { ...(entry && { entry }), ...(node && { node }) };
}

/** The innermost path whose entry or item contains the offset; its end counts. */
export function pathAtOffset(root: Node | undefined, offset: number): Path {
  const path: (string | number)[] = [];
  let node = root;
  while (node !== undefined) {
    if (node.kind === "sequence") {
      const index = node.items.findIndex(({ range }) => range.start <= offset && offset <= range.end);
      if (index === -1) break;
      path.push(index);
      node = node.items[index];
    } else if (node.kind === "map") {
      const entry = node.entries.find(({ range }) => range.start <= offset && offset <= range.end);
      if (entry === undefined) break;
      path.push(String(entry.key.value));
      node = entry.value;
    } else break;
  }
  return path;
}
