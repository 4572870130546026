import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { mentionAt, spotAt } from "./mention";
import { anchorAt, occurrences } from "./occurrences";

export interface Reference {
  readonly range: Range;
  /** Where it is defined rather than used. */
  readonly definition: boolean;
}

/** Every place that names the component, or stands for the anchor, at `offset`; in the text's order. */
export function references(manifest: Manifest, offset: number): readonly Reference[] {
  const anchor = anchorAt(manifest, offset);
  if (anchor !== undefined) {
    return [
      { range: anchor.definition, definition: true },
      ...anchor.uses.map((range) => ({ range, definition: false })),
    ];
  }
  const spot = spotAt(manifest, offset);
  const mention = spot && mentionAt(manifest, spot, offset);
  if (mention === undefined) return [];
  return occurrences(manifest)
    .filter(({ name }) => name === mention.name)
    .map(({ range, role }) => ({ range, definition: role === "definition" }));
}
