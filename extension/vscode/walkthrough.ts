import * as vscode from "vscode";
import type { Parts } from "./parts";

/**
 * Tells VS Code what has happened, for the steps of the walkthrough that no command and no view can tell of. Each is told
 * once in the life of the window.
 */
export function followWalkthrough({ manifests, deployer, environments }: Parts): vscode.Disposable {
  const told = new Set<string>();
  const tell = (what: string): void => {
    if (told.has(what)) return;
    told.add(what);
    vscode.commands.executeCommand("setContext", `stackwright.${what}`, true);
  };
  return vscode.Disposable.from(
    manifests.onDidChange((document) => {
      if (told.has("hadError")) return;
      if (manifests.of(document).problems.some(({ severity }) => severity === "error")) tell("hadError");
    }),
    deployer.onDidChange((document) => {
      const view = deployer.view(document, environments.of(document));
      if (view?.phase === "planned") tell(view.target === "aws" ? "plannedOnAws" : "planned");
      if (view?.phase === "succeeded") tell("deployed");
    }),
  );
}
