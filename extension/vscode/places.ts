import * as vscode from "vscode";
import type { Range } from "../manifest/problem";

/** Offsets of the pure parts as VS Code's lines and characters. */
export function rangeIn(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export const languageId = "stackwright";
export const canvasType = "stackwright.canvas";

/** By language alone, so that it holds for every scheme and for files that somebody associated by hand. */
export const manifestSelector: vscode.DocumentSelector = { language: languageId };

export const manifestGlob = "**/{stackwright.yaml,stackwright.yml,*.stackwright.yaml,*.stackwright.yml}";

/**
 * Whether text of this scheme can be changed at all; a commit of git, for one, cannot. Nor can what is no file system: VS
 * Code would take the edit, and nobody could save it.
 */
export function isWritable({ scheme }: vscode.Uri): boolean {
  return scheme === "untitled" || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** A document that was closed and opened again is another object for the same file. */
export function isSameFile(one: { readonly uri: vscode.Uri }, other: { readonly uri: vscode.Uri }): boolean {
  return one.uri.toString() === other.uri.toString();
}

/** The file's name alone, for sentences. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
