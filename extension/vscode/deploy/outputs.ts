import * as vscode from "vscode";
import type { DeploymentView, Output } from "../../deploy/types";
import { isWebAddress } from "./address";
import { nothingThere } from "./ending";

export async function copyOutput(view: DeploymentView | undefined, key: string): Promise<void> {
  const { label, value } = outputOf(view, key);
  await vscode.env.clipboard.writeText(value);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Copied: {0}", label), 5_000);
}

export async function openOutput(view: DeploymentView | undefined, key: string): Promise<void> {
  const { value } = outputOf(view, key);
  if (view?.target === "sandbox") {
    vscode.window.showInformationMessage(nothingThere());
    return;
  }
  if (isWebAddress(value)) await vscode.env.openExternal(vscode.Uri.parse(value));
}

function outputOf(view: DeploymentView | undefined, key: string): Output {
  const output = view?.outputs?.find((candidate) => candidate.key === key);
  if (!output) throw new Error(vscode.l10n.t("This output is not there any more. Deploy again to see it."));
  return output;
}
