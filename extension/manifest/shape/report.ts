import { type Problem, type ProblemCode, problemCodes, type Range, type Related } from "../problem";
import type { Follow } from "../syntax/follow";
import type { Node } from "../syntax/node";

/** What a walk over a part of the manifest carries along. Ranges are in the terms of the nodes that it walks over. */
export interface Walk {
  /** The text that the ranges of nodes count in; a value's own spelling is looked up there. */
  readonly text: string;
  readonly follow: Follow;
  readonly problems: Problem[];
  readonly component?: string;
  /** An environment's override: nothing is required of it, except in lists, which replace the base whole. */
  readonly partial: boolean;
  /** Set below an alias or a merge: everything found there is reported at the alias, where it can be mended. */
  readonly via?: Range;
}

export interface Details {
  readonly related?: readonly Related[];
  readonly data?: Problem["data"];
  readonly tags?: Problem["tags"];
}

/** As many of one entry as an editor shows of a whole file. */
const most = 1_000;

/** Whether there is room for another. After so many problems only errors count, and after twice as many there are errors. */
function isFull({ problems }: Walk, code: ProblemCode): boolean {
  return problems.length >= (problemCodes[code] === "error" ? 2 * most : most);
}

export function report(walk: Walk, code: ProblemCode, range: Range, message: string, details: Details = {}): void {
  if (isFull(walk, code)) return;
  const { replacement, ...data } = details.data ?? {};
  // What is written elsewhere cannot be replaced here.
  const kept = walk.via === undefined && replacement !== undefined ? { ...data, replacement } : data;
  walk.problems.push({
    code,
    severity: problemCodes[code],
    message,
    range: walk.via ?? range,
    ...(walk.component !== undefined && { component: walk.component }),
    ...(details.related && { related: details.related }),
    ...(details.tags && { tags: details.tags }),
    ...(Object.keys(kept).length > 0 && { data: kept }),
  });
}

/** The walk below a value: through an alias, everything is reported at the alias. */
export function below(walk: Walk, value: Node | undefined): Walk {
  return value?.kind === "alias" && walk.via === undefined ? { ...walk, via: value.range } : walk;
}
