import type { Manifest } from "../manifest";
import type { EditResult, Operation } from "./operation";

export { applyEdits } from "./pieces";

/**
 * Turns operations into the smallest text edits. They build on one another and come out as one list against
 * `manifest.text`, so one gesture is one undo step. The answer is checked by reading the resulting text again;
 * what cannot be written safely is refused, with the reason in words.
 */
export function edit(manifest: Manifest, operations: readonly Operation[]): EditResult {
  void manifest;
  void operations;
  return { ok: false, reason: "Not yet." };
}
