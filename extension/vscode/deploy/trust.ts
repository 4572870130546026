import * as vscode from "vscode";

/** Deploying uses the person's credentials on what a workspace says, so the workspace must be trusted. */
export function trustProblem(): string | undefined {
  if (vscode.workspace.isTrusted) return undefined;
  return vscode.l10n.t(
    "This workspace is in Restricted Mode, so nothing can be deployed from it: deploying uses your cloud credentials. Trust the workspace first.",
  );
}

/** Hidden commands can still be called, so each one asks. True: go on. */
export function checkTrust(): boolean {
  const problem = trustProblem();
  if (problem === undefined) return true;
  const manage = vscode.l10n.t("Manage Workspace Trust");
  vscode.window.showWarningMessage(problem, manage).then((choice) => {
    if (choice === manage) vscode.commands.executeCommand("workbench.trust.manage");
  });
  return false;
}
