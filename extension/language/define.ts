import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";

export interface Definition {
  /** The name under the cursor. */
  readonly origin: Range;
  /** All of what is defined, and its name in it. */
  readonly target: Range;
  readonly targetName: Range;
}

/** Where the component or anchor named at `offset` is written. */
export function define(manifest: Manifest, offset: number): Definition | undefined {
  void manifest;
  void offset;
  return undefined;
}
