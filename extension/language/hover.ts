import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";

export interface Hover {
  readonly range: Range;
  /** Markdown. */
  readonly contents: string;
}

/** What the key, value or reference at `offset` means. */
export function hover(manifest: Manifest, offset: number): Hover | undefined {
  void manifest;
  void offset;
  return undefined;
}
