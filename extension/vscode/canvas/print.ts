import * as vscode from "vscode";
import { baseName } from "../places";
import { nonce } from "./nonce";
import { printPage } from "./printPage";

/**
 * Opens a page that prints itself in the person's browser. Where that runs on another machine than the extension, it
 * cannot read this one's files: then the page is saved where the person says.
 */
export async function print(document: vscode.TextDocument, svg: string, storage: vscode.Uri): Promise<void> {
  const title = baseName(document.uri);
  const page = new TextEncoder().encode(printPage({ title, svg, nonce: nonce() }));
  const isHere = storage.scheme === "file" && vscode.env.remoteName === undefined;
  if (isHere && vscode.env.uiKind === vscode.UIKind.Desktop) {
    const file = vscode.Uri.joinPath(storage, "print.html");
    await vscode.workspace.fs.createDirectory(storage);
    await vscode.workspace.fs.writeFile(file, page);
    if (await vscode.env.openExternal(file)) return;
  }
  const filters = { HTML: ["html"] };
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t("Save the page to print"),
    filters,
    ...(document.isUntitled ? {} : { defaultUri: vscode.Uri.joinPath(document.uri, "..", `${title}.html`) }),
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, page);
  vscode.window.showInformationMessage(vscode.l10n.t("Open {0} in a browser to print it.", baseName(uri)));
}
