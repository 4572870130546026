import * as vscode from "vscode";
import { html, type Page } from "./html";
import { nonce } from "./nonce";

/** Puts one of the extension's pages into a webview, which gets to read the page's own folder and nothing else. */
export function fillPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { title, page }: Pick<Page, "title" | "page">,
): void {
  const folder = vscode.Uri.joinPath(extensionUri, "dist", "webview");
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = html({
    cspSource: webview.cspSource,
    nonce: nonce(),
    script: webview.asWebviewUri(vscode.Uri.joinPath(folder, "webview.js")).toString(),
    style: webview.asWebviewUri(vscode.Uri.joinPath(folder, "webview.css")).toString(),
    language: globalThis.stackwrightLanguage ?? { tag: "en" },
    title,
    page,
  });
}
