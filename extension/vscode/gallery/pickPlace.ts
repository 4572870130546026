import * as vscode from "vscode";
import { freeFile } from "../freeFile";
import { isWritable, languageId, manifestGlob } from "../places";

/** A manifest to install into; without a document where it is yet to be made. */
export interface Place {
  readonly uri: vscode.Uri;
  readonly document?: vscode.TextDocument;
}

/** A manifest of the workspace or a new one: asked for where there is a choice. Undefined: the person turned away. */
export async function pickPlace(what: string): Promise<Place | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    throw new Error(vscode.l10n.t("Open a folder first: the manifest is written into it."));
  }
  const title = vscode.l10n.t("Install {0}", what);
  const items = (await manifests())
    .map((uri) => ({ label: vscode.l10n.t("Add to {0}", vscode.workspace.asRelativePath(uri)), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  if (items.length === 0) return newPlace(folders, title);
  const fresh = { label: vscode.l10n.t("New Manifest…"), uri: undefined };
  const chosen = await vscode.window.showQuickPick([...items, fresh], { title });
  if (chosen === undefined) return undefined;
  if (chosen.uri === undefined) return newPlace(folders, title);
  return { uri: chosen.uri, document: await vscode.workspace.openTextDocument(chosen.uri) };
}

/** Those of the workspace, and those that are open from elsewhere. */
async function manifests(): Promise<readonly vscode.Uri[]> {
  // Where the search of VS Code does not run, a new manifest can still be made.
  const found = await vscode.workspace.findFiles(manifestGlob, "**/node_modules/**").then(undefined, () => []);
  const open = vscode.workspace.textDocuments.filter(
    ({ languageId: language, uri }) => language === languageId && uri.scheme !== "untitled" && isWritable(uri),
  );
  return [...new Map([...found, ...open.map(({ uri }) => uri)].map((uri) => [uri.toString(), uri])).values()];
}

async function newPlace(folders: readonly vscode.WorkspaceFolder[], title: string): Promise<Place | undefined> {
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  const uri = folder && (await freeFile(folder.uri, title));
  return uri && { uri };
}
