import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";

export interface Lens {
  readonly range: Range;
  readonly title: string;
  /** What it does; `vscode/` knows the command. */
  readonly action: "openCanvas" | "deploy";
  /** The environment it is about, for a lens at one. */
  readonly environment?: string;
}

/** "Open canvas" and "Plan & Deploy", above the manifest's first key, and the latter above each environment. */
export function lenses(manifest: Manifest): readonly Lens[] {
  void manifest;
  return [];
}
