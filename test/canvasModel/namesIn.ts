import { isScalar, type Node } from "yaml";
import type { Region } from "./regions";
import { childrenOf, type Place } from "./tree";

/** All scalars, keys too, whose value has the name in it. */
export function namesIn(root: Place, name: string): readonly Region[] {
  const found: Region[] = [];
  const see = (node: Node | undefined): void => {
    if (isScalar(node) && node.range && String(node.value).includes(name)) {
      found.push({ start: node.range[0], end: node.range[1] });
    }
    for (const child of childrenOf(node)) {
      see(child.key);
      see(child.node);
    }
  };
  see(root.node);
  return found;
}
