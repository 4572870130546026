import * as vscode from "vscode";
import type { Deployment } from "./deployment";
import { loadEngine } from "./engine";

/** Nothing but termination protection differs from the manifest. No change set can hold that, so it is offered by itself. */
export async function offerProtection({ cloud, view }: Deployment, enabled: boolean): Promise<void> {
  const change = enabled ? vscode.l10n.t("Turn Protection On") : vscode.l10n.t("Turn Protection Off");
  const sentence = enabled
    ? vscode.l10n.t("{0} is up to date, but it is not yet protected against being destroyed.", view.stackName)
    : vscode.l10n.t("{0} is up to date, but it is still protected against being destroyed.", view.stackName);
  if (!cloud || (await vscode.window.showInformationMessage(sentence, change)) !== change) return;
  const { setProtection } = await loadEngine();
  await setProtection(cloud, view.stackName, enabled);
}
