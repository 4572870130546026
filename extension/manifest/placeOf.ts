import type { Manifest } from "./manifest";
import type { Path, Range } from "./problem";

/** Where a path stands in the text: its key, its item, or the nearest thing around it that is written. */
export function placeOf(manifest: Manifest, path: Path): Range | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = manifest.find(path.slice(0, length));
    const range = found?.entry?.key.range ?? found?.node?.range;
    if (range) return range;
  }
  return undefined;
}
