import * as vscode from "vscode";
import type { Range } from "../manifest/problem";
import { canvasType, rangeIn } from "./places";
import { canvasTab, textTab } from "./tabs";

/** Shows the canvas: where it is open already, else beside the text, else in the active group. */
export async function openCanvas(uri: vscode.Uri, options: { readonly preserveFocus?: boolean } = {}): Promise<void> {
  const viewColumn =
    canvasTab(uri)?.group.viewColumn ?? (textTab(uri) ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
  await vscode.commands.executeCommand("vscode.openWith", uri, canvasType, { viewColumn, ...options });
}

/** Shows the text, with a stretch of it selected: where it is open already, else beside the canvas. */
export async function openText(
  document: vscode.TextDocument,
  range?: Range,
  options: { readonly preserveFocus?: boolean } = {},
): Promise<void> {
  const open = textTab(document.uri)?.group.viewColumn;
  const viewColumn = open ?? (canvasTab(document.uri) ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn,
    preview: false,
    preserveFocus: options.preserveFocus ?? false,
  });
  if (!range) return;
  const place = rangeIn(document, range);
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
