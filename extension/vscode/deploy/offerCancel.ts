import * as vscode from "vscode";
import type { Host, Message } from "../../deploy/messages";
import type { Log } from "../log";
import type { Deployment } from "./deployment";
import { loadEngine } from "./engine";
import { recordOf } from "./record";
import { tell } from "./story";

type Crashing = Extract<Message, { code: "crashing" }>;

/**
 * Asks whether a deployment whose tasks end again and again is to be given up. It is watched by whoever began it: that
 * one tells how it ends. Never throws.
 */
export async function offerCancel(deployment: Deployment, { text, cancel }: Crashing, log: Log): Promise<void> {
  const isUpdate = cancel === "update";
  const button = isUpdate ? vscode.l10n.t("Cancel Update") : vscode.l10n.t("Give Up…");
  if ((await vscode.window.showWarningMessage(text, button)) !== button || !deployment.busy) return;
  try {
    await (isUpdate ? cancelUpdate(deployment, log) : giveUp(deployment, log));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error(reason);
    vscode.window.showErrorMessage(reason);
  }
}

async function cancelUpdate(deployment: Deployment, log: Log): Promise<void> {
  const { cloud, view } = deployment;
  const stackId = view.plan?.stackId;
  if (!cloud || stackId === undefined) return;
  const engine = await loadEngine();
  await engine.cancel(cloud, stackId, hostOf(deployment, log), undefined, await recordOf(deployment));
}

/** Of a first deployment there is nothing to go back to: what it has made so far is deleted. */
async function giveUp(deployment: Deployment, log: Log): Promise<void> {
  const { cloud, view } = deployment;
  if (!cloud) return;
  const engine = await loadEngine();
  const host = hostOf(deployment, log);
  const plan = await engine.planDestroy(cloud, view.stackName, host, { stop: true });
  const question = vscode.l10n.t("Give up {0} and delete what it has made so far?", view.stackName);
  const kept = plan.snapshotted.length + plan.retained.length;
  const detail = [
    vscode.l10n.t("Resources that are deleted: {0}. Kept, or kept as a snapshot: {1}.", plan.deleted.length, kept),
    ...plan.dataRisks,
  ].join("\n");
  const button = vscode.l10n.t("Give Up and Delete");
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, button)) !== button) return;
  await engine.destroy(cloud, plan, host, undefined, await recordOf(deployment));
}

/** Into the log alone: the notification, the canvas and the status bar go on with the deployment's own story. */
function hostOf({ view }: Deployment, log: Log): Host {
  return { notify: (message) => tell(log, view.stackName, message) };
}
