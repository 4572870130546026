import type * as vscode from "vscode";
import { rangeIn } from "../places";

/** Adds to a change that a file has this text: a new file, or of one that is there, no more than what differs. */
export function putText(
  change: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  document: vscode.TextDocument | undefined,
  text: string,
): void {
  if (document === undefined) {
    change.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
    return;
  }
  const before = document.getText();
  let start = 0;
  while (start < Math.min(before.length, text.length) && before[start] === text[start]) start += 1;
  let end = 0;
  const longest = Math.min(before.length, text.length) - start;
  while (end < longest && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const range = rangeIn(document, { start, end: before.length - end });
  change.replace(uri, range, text.slice(start, text.length - end));
}
