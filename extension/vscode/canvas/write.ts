import * as vscode from "vscode";
import { applyEdits, edit } from "../../manifest/edit/edit";
import type { Operation } from "../../manifest/edit/operation";
import { rebase } from "../../manifest/edit/rebase";
import type { Versions } from "../../manifest/edit/versions";
import type { Manifests } from "../manifests";
import { isWritable, rangeIn } from "../places";

export type Written =
  | {
      readonly ok: true;
      /** What else follows from the edit. */
      readonly notice?: string;
      /** Names of the components that were made. */
      readonly components?: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

export interface Gesture {
  readonly operations: readonly Operation[];
  /** Of the picture that it was made on; absent for what was made from the text as it is. */
  readonly version?: number;
}

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
    const operations = rebased(manifests, document, versions, gesture);
    if (!operations.ok) return operations;
    const result = edit(manifests.of(document), operations.operations);
    if (!result.ok) return refused(result.reason);
    const { edits, ok: _, ...rest } = result;
    if (edits.length === 0) return { ok: true, ...rest };
    const text = applyEdits(document.getText(), edits);
    const change = new vscode.WorkspaceEdit();
    for (const { range, text: added } of edits) change.replace(document.uri, rangeIn(document, range), added);
    if (await vscode.workspace.applyEdit(change)) {
      versions.wrote(version, version + 1, text);
      return { ok: true, ...rest };
    }
    // VS Code takes no edit of a text that changed under way; then it is made anew.
    if (document.version === version) break;
  }
  return refused(vscode.l10n.t("The manifest could not be changed; it may be read-only. Nothing was written."));
}

function rebased(
  manifests: Manifests,
  document: vscode.TextDocument,
  versions: Versions,
  { operations, version }: Gesture,
): ReturnType<typeof rebase> {
  if (version === undefined || version === document.version) return { ok: true, operations };
  const base = versions.base(version);
  if (base) return rebase(base, manifests.of(document), operations);
  return refused(vscode.l10n.t("The canvas was behind the text. Look at it as it is now, and try again."));
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
