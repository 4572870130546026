import * as vscode from "vscode";
import { DeployError } from "../../deploy/errors";
import type { Host } from "../../deploy/messages";
import type { Outcome } from "../../deploy/types";
import { type Engine, loadEngine } from "../deploy/engine";
import { tell } from "../deploy/story";
import type { Acting } from "./actions";

/** What a stack's status may allow beside planning and destroying. */
type Recovery = "cancel" | "rollBack" | "continue";

type Args = Parameters<Engine["cancel"]>;

const runs: Readonly<Record<Recovery, (engine: Engine, ...args: Args) => Promise<Outcome>>> = {
  cancel: (engine, ...args) => engine.cancel(...args),
  rollBack: (engine, ...args) => engine.rollBack(...args),
  continue: (engine, cloud, stack, host, signal, record) =>
    engine.continueRollback(cloud, stack, {}, host, signal, record),
};

/** Asks, then gives up an update, or takes a stack back to what it was. Whether it may is decided by the status now. */
export async function recoverStack(acting: Acting, recovery: Recovery): Promise<void> {
  const { environment, parts, tree } = acting;
  const inventory = environment.reading?.inventory;
  const cloud = inventory && (await environment.open());
  if (!inventory || !cloud) return;
  const { stackName, stackId } = inventory;
  const { question, detail, button } = wordsOf(recovery, stackName);
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, button)) !== button) return;
  const engine = await loadEngine();
  const place = { location: vscode.ProgressLocation.Notification, title: stackName, cancellable: true };
  const outcome = await vscode.window.withProgress(place, (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const host: Host = {
      notify: (message) => {
        tell(parts.log, stackName, message);
        progress.report({ message: message.text });
      },
    };
    const record = {
      journal: { folder: engine.journalDirectory() },
      environment: environment.name,
      ...(environment.uri.scheme === "file" ? { manifest: environment.uri.fsPath } : {}),
    };
    return runs[recovery](engine, cloud, stackId, host, stop.signal, record);
  });
  await tree.refresh(environment);
  if (outcome.ok) vscode.window.showInformationMessage(vscode.l10n.t("{0} is what it was before.", stackName));
  else if (outcome.failure.code !== "detached") throw new DeployError(outcome.failure);
}

function wordsOf(recovery: Recovery, stackName: string) {
  if (recovery === "cancel") {
    return {
      question: vscode.l10n.t("Cancel the update of {0}?", stackName),
      detail: vscode.l10n.t("What it has changed so far is changed back, whoever began it."),
      button: vscode.l10n.t("Cancel Update"),
    };
  }
  if (recovery === "rollBack") {
    return {
      question: vscode.l10n.t("Roll {0} back?", stackName),
      detail: vscode.l10n.t("It becomes what it was before the deployment that failed."),
      button: vscode.l10n.t("Roll Back"),
    };
  }
  return {
    question: vscode.l10n.t("Continue the rollback of {0}?", stackName),
    detail: vscode.l10n.t("First mend what kept it from going back; the history and the log say what that was."),
    button: vscode.l10n.t("Continue Rollback"),
  };
}
