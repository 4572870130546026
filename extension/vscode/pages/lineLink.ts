import type * as vscode from "vscode";

/** The only command that a link in a page may run. */
export const openLine = "stackwright.openLine";

/** A link's target that opens a file at a line, counted from 1. */
export function lineLink(uri: vscode.Uri, line: number): string {
  return `command:${openLine}?${encodeURIComponent(JSON.stringify([uri.toString(), line]))}`;
}
