import * as vscode from "vscode";

/** The output channel "Stackwright". What is written here may be pasted into a bug report: never a secret. */
export type Log = vscode.LogOutputChannel;

export function createLog(): Log {
  return vscode.window.createOutputChannel("Stackwright", { log: true });
}
