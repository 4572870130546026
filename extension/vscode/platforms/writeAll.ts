import { relative, sep } from "node:path";
import * as vscode from "vscode";

/** Writes texts by path into a folder that is not there yet. Throws where it is, and has written nothing then. */
export async function writeAll(folder: vscode.Uri, files: ReadonlyMap<string, string>): Promise<void> {
  if (await isThere(folder)) {
    throw new Error(vscode.l10n.t("{0} exists already. Delete it or choose another folder.", folder.fsPath));
  }
  for (const [name, text] of files) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  }
}

export const isThere = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** The path from one folder to another as the files of a platform take it: with `/`. */
export function pathBetween(from: vscode.Uri, to: vscode.Uri | undefined): string {
  if (to === undefined) return ".";
  return relative(from.fsPath, to.fsPath).split(sep).join("/") || ".";
}
