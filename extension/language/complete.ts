import type { Manifest } from "../manifest/manifest";
import type { Completion } from "./completion";

export type { Completion, CompletionKind } from "./completion";

/** What can stand at `offset`, best first. Never throws; empty where nothing of ours belongs. */
export function complete(manifest: Manifest, offset: number): readonly Completion[] {
  void manifest;
  void offset;
  return [];
}
