import * as vscode from "vscode";
import { languageId, manifestGlob } from "./places";
import { activeFile } from "./tabs";

/**
 * The manifest that a command is about: the one it was given, else the active one, else the workspace's only one,
 * else the one that the person picks. Undefined: they turned away.
 */
export async function pickManifest(given: unknown): Promise<vscode.TextDocument | undefined> {
  if (given instanceof vscode.Uri) return vscode.workspace.openTextDocument(given);
  const active = activeFile();
  if (active) {
    const document = await vscode.workspace.openTextDocument(active);
    if (document.languageId === languageId) return document;
  }
  const uri = await pickFile();
  return uri && vscode.workspace.openTextDocument(uri);
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles(manifestGlob, "**/node_modules/**");
  if (found.length === 0) {
    throw new Error(vscode.l10n.t("There is no manifest here. “Stackwright: New Manifest” makes one."));
  }
  if (found.length === 1) return found[0];
  const items = found
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const placeHolder = vscode.l10n.t("Choose the manifest");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}
