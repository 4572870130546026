import "./vscode/giveLanguage";
import * as vscode from "vscode";
import { cannotDeploy } from "./vscode/deployer";
import { start } from "./vscode/start";

/** In the browser: everything but deploying, which needs Node. */
export function activate(context: vscode.ExtensionContext): void {
  vscode.commands.executeCommand("setContext", "stackwright.cannotDeploy", true);
  start(context, cannotDeploy);
}
