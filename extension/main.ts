import "./vscode/giveLanguage";
import type * as vscode from "vscode";
import { EditorDeployer } from "./vscode/deploy/deployer";
import { registerDeployments } from "./vscode/deployments/register";
import { registerPlatforms } from "./vscode/platforms/register";
import { start } from "./vscode/start";

let deployer: EditorDeployer | undefined;

export function activate(context: vscode.ExtensionContext): void {
  start(context, (ground) => {
    deployer = new EditorDeployer(ground, context.workspaceState);
    const parts = { ...ground, deployer };
    context.subscriptions.push(registerPlatforms(ground, context.storageUri ?? context.globalStorageUri));
    // Nobody has looked at the view yet, so it need not hold up what somebody waits for.
    setImmediate(() => context.subscriptions.push(registerDeployments(parts)));
    return deployer;
  });
}

/** VS Code waits for this, unlike for `dispose`. */
export function deactivate(): Promise<void> | undefined {
  return deployer?.stop();
}
