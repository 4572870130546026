import * as vscode from "vscode";
import { carryOut, type Gesture } from "../../manifest/edit/carryOut";
import { changedLines } from "../../manifest/edit/changedLines";
import { applyEdits } from "../../manifest/edit/edit";
import type { Versions } from "../../manifest/edit/versions";
import type { Manifests } from "../manifests";
import { isWritable, rangeIn } from "../places";
import type { TextChange } from "./lastChange";

export type Written =
  | {
      readonly ok: true;
      /** What else follows from the edit. */
      readonly notice?: string;
      /** Names of the components that were made. */
      readonly components?: readonly string[];
      /** Absent when nothing had to be written. */
      readonly change?: TextChange;
    }
  | { readonly ok: false; readonly reason: string };

/** How often a text that others are typing in is tried anew. */
const tries = 5;

/**
 * Carries a gesture out on the text as it is now, as one undo step. A gesture that was made on an older picture is
 * carried over to the newer text, or refused with a reason.
 */
export async function write(
  manifests: Manifests,
  document: vscode.TextDocument,
  versions: Versions,
  gesture: Gesture,
): Promise<Written> {
  for (let left = tries; left > 0; left -= 1) {
    if (document.isClosed) return refused(vscode.l10n.t("The manifest is not open any more. Nothing was written."));
    if (!isWritable(document.uri)) return refused(vscode.l10n.t("This version of the manifest is read-only."));
    const { version } = document;
    const result = carryOut({ version, manifest: manifests.of(document) }, versions, gesture);
    if (!result.ok) return result;
    const { edits, ok: _, ...rest } = result;
    if (edits.length === 0) return { ok: true, ...rest };
    const before = document.getText();
    const text = applyEdits(before, edits);
    const change = new vscode.WorkspaceEdit();
    for (const { range, text: added } of edits) change.replace(document.uri, rangeIn(document, range), added);
    if (await vscode.workspace.applyEdit(change)) {
      versions.wrote(version, version + 1, text);
      return { ok: true, ...rest, change: { before, after: text, lines: changedLines(before, text, edits) } };
    }
    // VS Code takes no edit of a text that changed under way; then it is made anew.
    if (document.version === version) break;
  }
  return refused(vscode.l10n.t("The manifest could not be changed; it may be read-only. Nothing was written."));
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
