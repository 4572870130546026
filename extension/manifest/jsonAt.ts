import type { Json } from "./edit/operation";
import { type Manifest, toJson } from "./manifest";
import type { Path } from "./problem";

/** The value at a path from the root, aliases and merges followed on the way. */
export function jsonAt(manifest: Manifest, path: Path): Json | undefined {
  let node = manifest.resolve(manifest.root);
  for (const step of path) {
    if (node?.kind === "sequence") {
      node = manifest.resolve(node.items[Number(step)]);
      continue;
    }
    if (node?.kind !== "map") return undefined;
    const entry = manifest.entriesOf(node).find(({ key }) => String(key.value) === String(step));
    node = manifest.resolve(entry?.value);
  }
  return toJson(manifest, node);
}
