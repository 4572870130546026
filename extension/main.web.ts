import "./vscode/giveLanguage";
import * as vscode from "vscode";
import { fetchShared } from "./vscode/browser/shared";
import { cannotDeploy } from "./vscode/deployer";
import { start } from "./vscode/start";

/** In the browser: everything but deploying, which needs Node. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  vscode.commands.executeCommand("setContext", "stackwright.cannotDeploy", true);
  await fetchShared(["./core.js", "./yaml.js", "./price.js"], context.extensionUri);
  start(context, cannotDeploy);
}
