import * as vscode from "vscode";
import { canvasType } from "./places";

/** Where the canvas of a manifest is open, if it is. */
export function canvasTab(uri: vscode.Uri): vscode.Tab | undefined {
  return findTab(({ input }) => isCanvas(input) && sameFile(input.uri, uri));
}

/** Where the text of a manifest is open, if it is. A diff does not count. */
export function textTab(uri: vscode.Uri): vscode.Tab | undefined {
  return findTab(({ input }) => input instanceof vscode.TabInputText && sameFile(input.uri, uri));
}

/** What the active tab shows, as text or on the canvas. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || isCanvas(input)) return input.uri;
  return undefined;
}

/** The two sides that the active tab compares as text. */
export function activeDiff(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
}

function findTab(matches: (tab: vscode.Tab) => boolean): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(matches);
  return tabs.find((tab) => tab.isActive) ?? tabs[0];
}

function isCanvas(input: unknown): input is vscode.TabInputCustom {
  return input instanceof vscode.TabInputCustom && input.viewType === canvasType;
}

function sameFile(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}
