import * as vscode from "vscode";
import type { DeploymentView, Failure } from "../../deploy/types";
import { placeOf } from "../canvas/placeOf";
import { openCanvas, openText } from "../open";
import type { Ground } from "../start";
import { addressOf } from "./address";

/** Says how a deployment ended. Does not wait for the person. */
export function sayEnd(ground: Ground, document: vscode.TextDocument, view: DeploymentView): void {
  if (view.phase === "failed" && view.failure) sayFailure(ground, document, view.failure, view.environment);
  else if (view.phase === "destroyed") vscode.window.showInformationMessage(view.text);
  else sayOutputs(document, view);
}

function sayOutputs(document: vscode.TextDocument, view: DeploymentView): void {
  const url = addressOf(view.outputs ?? []);
  const [open, copy, show] = [vscode.l10n.t("Open"), vscode.l10n.t("Copy Address"), vscode.l10n.t("Show Outputs")];
  const isReal = view.target !== "sandbox";
  const said = url === undefined ? view.text : `${view.text} ${url}`;
  const sentence = isReal || url === undefined ? said : `${said} ${nothingThere()}`;
  const buttons = [...(url && isReal ? [open] : []), ...(url ? [copy] : []), ...(view.outputs?.length ? [show] : [])];
  vscode.window.showInformationMessage(sentence, ...buttons).then((choice) => {
    if (choice === open && url) vscode.env.openExternal(vscode.Uri.parse(url));
    if (choice === copy && url) vscode.env.clipboard.writeText(url);
    if (choice === show) openCanvas(document.uri);
  });
}

/** What a person is told who wants to visit an application in the Sandbox. */
export function nothingThere(): string {
  return vscode.l10n.t("The Sandbox is a simulation, so nothing answers there.");
}

function sayFailure(
  { log, manifests }: Ground,
  document: vscode.TextDocument,
  failure: Failure,
  environment: string,
): void {
  const { path } = failure;
  const [show, showLog] = [vscode.l10n.t("Show in Manifest"), vscode.l10n.t("Show Log")];
  const again = vscode.l10n.t("Plan Again");
  const isStale = failure.code === "stale-plan";
  const recover = vscode.l10n.t("What Can Be Done…");
  const buttons = [isStale ? again : recover, ...(path ? [show] : []), showLog];
  vscode.window.showErrorMessage(`${failure.message} ${failure.fix}`.trim(), ...buttons).then((choice) => {
    if (choice === show && path) openText(document, placeOf(manifests.of(document), path));
    if (choice === again) vscode.commands.executeCommand("stackwright.deploy", document.uri);
    if (choice === recover) vscode.commands.executeCommand("stackwright.recover", document.uri, environment);
    if (choice === showLog) log.show();
  });
}
