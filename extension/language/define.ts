import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { componentNamed, mentionAt, spotAt } from "./mention";

export interface Definition {
  /** The name under the cursor. */
  readonly origin: Range;
  /** All of what is defined, and its name in it. */
  readonly target: Range;
  readonly targetName: Range;
}

/** Where the component named at `offset`, or what an alias stands for, is written. */
export function define(manifest: Manifest, offset: number): Definition | undefined {
  const spot = spotAt(manifest, offset);
  if (spot === undefined) return undefined;
  if (spot.node?.kind === "alias" && !spot.onKey) {
    const target = manifest.resolve(spot.node)?.range;
    return target && { origin: spot.node.range, target, targetName: target };
  }
  const mention = mentionAt(manifest, spot, offset);
  const component = mention && componentNamed(manifest, mention.name);
  return component && mention && { origin: mention.range, target: component.range, targetName: component.key.range };
}
