import * as vscode from "vscode";
import type { DeploymentView } from "../../deploy/types";

interface Shown {
  readonly document: vscode.TextDocument;
  readonly view: DeploymentView;
}

/** The status bar says what is under way, and leads to it. It is there only while something is. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("stackwright.deployment", vscode.StatusBarAlignment.Left);

  constructor() {
    this.item.name = vscode.l10n.t("Stackwright Deployment");
  }

  /** The one that was begun last, of those that are not over. */
  show(deployments: readonly Shown[]): void {
    const current = deployments.findLast(({ view }) => label(view) !== undefined);
    if (!current) return void this.item.hide();
    this.item.text = label(current.view) ?? "";
    this.item.tooltip = current.view.text;
    this.item.command = { command: "stackwright.openCanvas", title: "", arguments: [current.document.uri] };
    this.item.show();
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
