import * as vscode from "vscode";
import { edit } from "../../manifest/edit/edit";
import type { Operation } from "../../manifest/edit/operation";
import type { Manifests } from "../manifests";
import { isWritable, rangeIn } from "../places";

export type Written =
  | { readonly ok: true /** What else follows from the edit. */; readonly notice?: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Carries a gesture out on the text as it is now, as one undo step. The gesture may have been made on an older picture:
 * operations name what they mean, so they hold for the newer text or are refused with a reason.
 */
export async function write(
  manifests: Manifests,
  document: vscode.TextDocument,
  operations: readonly Operation[],
): Promise<Written> {
  if (!isWritable(document.uri)) return refused(vscode.l10n.t("This version of the manifest is read-only."));
  const result = edit(manifests.of(document), operations);
  if (!result.ok) return refused(result.reason);
  if (result.edits.length === 0) return { ok: true };
  const change = new vscode.WorkspaceEdit();
  for (const { range, text } of result.edits) change.replace(document.uri, rangeIn(document, range), text);
  if (await vscode.workspace.applyEdit(change)) {
    return { ok: true, ...(result.notice !== undefined && { notice: result.notice }) };
  }
  return refused(vscode.l10n.t("The manifest could not be changed; it may be read-only. Nothing was written."));
}

function refused(reason: string): Written {
  return { ok: false, reason };
}
