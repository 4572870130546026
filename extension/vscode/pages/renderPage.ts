import * as vscode from "vscode";
import { openLine } from "./lineLink";

/** Shows Markdown as it is meant to be read, in the theme's own colours and type, as wide as lines can be read. */
export async function renderPage(document: vscode.TextDocument, webview: vscode.Webview): Promise<void> {
  const body = await vscode.commands.executeCommand<string>("markdown.api.render", document.getText());
  webview.options = { enableCommandUris: [openLine], localResourceRoots: [] };
  webview.html = pageOf(body);
}

function pageOf(body: string): string {
  const nonce = crypto.randomUUID();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<style nonce="${nonce}">
body { max-width: 46em; padding: 0 2em 2em; line-height: 1.5; }
body:has(table) { max-width: none; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
pre { padding: 0.8em 1em; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); overflow: auto; }
code { font-family: var(--vscode-editor-font-family); }
li { margin: 0.35em 0; }
table { border-collapse: collapse; }
th, td { padding: 0.4em 0.9em 0.4em 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor)); }
</style>
</head>
<body>${body}</body>
</html>`;
}
