import { t } from "../l10n";
import type { Manifest } from "../manifest";
import { edit } from "./edit";
import type { EditResult, Operation } from "./operation";
import { rebase } from "./rebase";
import type { Versions } from "./versions";

export interface Gesture {
  readonly operations: readonly Operation[];
  /** Of the picture that it was made on; absent for what was made from the text as it is. */
  readonly version?: number;
}

/** The text as it is. */
export interface Current {
  readonly version: number;
  readonly manifest: Manifest;
}

/**
 * A gesture as edits of the text as it is now. One that was made on an older picture is carried over, or refused with the
 * reason.
 */
export function carryOut({ version, manifest }: Current, versions: Versions, gesture: Gesture): EditResult {
  if (gesture.version === undefined || gesture.version === version) return edit(manifest, gesture.operations);
  const base = versions.base(gesture.version);
  if (base === undefined) {
    return { ok: false, reason: t`The canvas was behind the text. Look at it as it is now, and try again.` };
  }
  const rebased = rebase(base, manifest, gesture.operations);
  return rebased.ok ? edit(manifest, rebased.operations) : rebased;
}
