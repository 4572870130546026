import * as vscode from "vscode";
import type { Cloud } from "../../deploy/cloud";
import type { LastFailure } from "../../deploy/engine";
import type { Failure } from "../../deploy/types";
import { placeOf } from "../../manifest/placeOf";
import { openText } from "../open";
import type { Ground } from "../start";
import { loadEngine } from "./engine";

/** Says why the last failure of a stack happened, and offers its line and the whole story. Does not wait for the person. */
export async function explainFailure(
  ground: Ground,
  document: vscode.TextDocument,
  cloud: Cloud,
  stackName: string,
): Promise<void> {
  const { lastFailure, journalDirectory } = await loadEngine();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Looking for the last failure of {0}", stackName),
  };
  const journal = { folder: journalDirectory() };
  const last = await vscode.window.withProgress(options, () => lastFailure(cloud, stackName, journal));
  if (last === undefined) {
    vscode.window.showInformationMessage(vscode.l10n.t("Nothing has failed in {0} lately.", stackName));
    return;
  }
  const { path, message, fix } = last.failure;
  const [show, details] = [vscode.l10n.t("Show in Manifest"), vscode.l10n.t("Show Details")];
  const sentence = `${whenOf(last)} ${message} ${fix}`;
  vscode.window.showErrorMessage(sentence, ...(path ? [show, details] : [details])).then(async (choice) => {
    if (choice === show && path) await openText(document, placeOf(ground.manifests.of(document), path));
    if (choice === details) await openDetails(document, ground, last);
  });
}

const whenOf = ({ at, mended }: LastFailure): string => {
  const time = new Date(at).toLocaleString();
  return mended ? vscode.l10n.t("{0}, and mended since:", time) : vscode.l10n.t("{0}:", time);
};

async function openDetails(document: vscode.TextDocument, ground: Ground, last: LastFailure): Promise<void> {
  const heading = `${last.stackName}: ${last.status}, ${last.at}`;
  const content = await markdownOf(document, ground, last.failure, heading);
  const opened = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(opened, { preview: true });
}

/** A failure as Markdown, with its line in the manifest. */
export async function markdownOf(
  document: vscode.TextDocument,
  { manifests }: Ground,
  failure: Failure,
  heading: string,
): Promise<string> {
  const { failureMarkdown } = await loadEngine();
  const range = failure.path && placeOf(manifests.of(document), failure.path);
  const name = vscode.workspace.asRelativePath(document.uri);
  const place = range && `${name}:${document.positionAt(range.start).line + 1}`;
  return failureMarkdown(failure, heading, place);
}
