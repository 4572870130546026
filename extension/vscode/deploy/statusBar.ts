import * as vscode from "vscode";
import type { DeploymentView } from "../../deploy/types";

/** The status bar says what is under way, and leads to it. It is there only while something is. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("stackwright.deployment", vscode.StatusBarAlignment.Left);

  constructor() {
    this.item.name = vscode.l10n.t("Stackwright Deployment");
  }

  show(uri: vscode.Uri, view: DeploymentView): void {
    const text = label(view);
    if (text === undefined) {
      this.hide();
      return;
    }
    this.item.text = text;
    this.item.tooltip = view.text;
    this.item.command = { command: "stackwright.openCanvas", title: "", arguments: [uri] };
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}

function label({ phase, stackName, done, total }: DeploymentView): string | undefined {
  if (phase === "planning") return vscode.l10n.t("$(sync~spin) {0}: planning", stackName);
  if (phase === "planned") return vscode.l10n.t("$(checklist) {0}: plan to confirm", stackName);
  if (phase === "deploying") return `$(sync~spin) ${stackName} ${done}/${total}`;
  if (phase === "destroying") return vscode.l10n.t("$(sync~spin) {0}: destroying {1}/{2}", stackName, done, total);
  return undefined;
}
