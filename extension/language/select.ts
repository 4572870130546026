import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { mentionAt, spotAt } from "./mention";

/** What a selection at `offset` grows through: the name in a reference, the value, its entry, and so on outwards. */
export function select(manifest: Manifest, offset: number): readonly Range[] {
  const path = manifest.pathAt(offset);
  const ranges: Range[] = [];
  const spot = spotAt(manifest, offset);
  const mention = spot && mentionAt(manifest, spot, offset);
  if (mention !== undefined) {
    const { attribute } = mention;
    ranges.push(attribute !== undefined && offset >= attribute.range.start ? attribute.range : mention.range);
  }
  if (spot?.onKey && spot.entry) ranges.push(spot.entry.key.range);
  for (let length = path.length; length > 0; length -= 1) {
    const found = manifest.find(path.slice(0, length));
    if (found?.node !== undefined) ranges.push(found.node.range);
    if (found?.entry !== undefined) ranges.push(found.entry.range);
  }
  ranges.push({ start: 0, end: manifest.text.length });
  // Each must hold the one before it and the cursor, and be larger.
  const grown: Range[] = [];
  for (const range of ranges) {
    const last = grown.at(-1) ?? { start: offset, end: offset };
    const holds = range.start <= last.start && range.end >= last.end;
    if (holds && (grown.length === 0 || range.end - range.start > last.end - last.start)) grown.push(range);
  }
  return grown;
}
