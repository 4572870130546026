import * as vscode from "vscode";
import type { Cloud } from "../../deploy/cloud";
import { DeployError } from "../../deploy/errors";
import type { Host } from "../../deploy/messages";
import type { Outcome } from "../../deploy/types";
import type { Log } from "../log";
import { type Engine, loadEngine } from "./engine";
import { tell } from "./story";

/** What takes a stack back to what it was. */
export type Recovery = "cancel" | "rollBack" | "continue";

/** Which stack, and what a rollback goes on without. */
export interface Recovering {
  readonly cloud: Cloud;
  readonly stackName: string;
  readonly stackId: string;
  readonly environment: string;
  readonly uri: vscode.Uri;
  readonly log: Log;
  readonly skip?: readonly string[];
  readonly force?: boolean;
}

type Args = Parameters<Engine["cancel"]>;

/**
 * Asks, then gives up an update, or takes a stack back to what it was, and watches to the end. Whether it may is decided
 * by the status at that time. False: the person turned away. Throws a `DeployError` when it does not come to that.
 */
export async function carryOutRecovery(recovery: Recovery, recovering: Recovering): Promise<boolean> {
  const { cloud, stackName, stackId, environment, uri, log } = recovering;
  const { question, detail, button } = wordsOf(recovery, recovering);
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, button)) !== button) return false;
  const engine = await loadEngine();
  const place = { location: vscode.ProgressLocation.Notification, title: stackName, cancellable: true };
  const outcome = await vscode.window.withProgress(place, (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const host: Host = {
      notify: (message) => {
        tell(log, stackName, message);
        progress.report({ message: message.text });
      },
    };
    const manifest = uri.scheme === "file" ? { manifest: uri.fsPath } : {};
    const record = { journal: { folder: engine.journalDirectory() }, environment, ...manifest };
    return run(engine, recovery, recovering, [cloud, stackId, host, stop.signal, record]);
  });
  if (!outcome.ok && outcome.failure.code !== "detached") throw new DeployError(outcome.failure);
  if (outcome.ok) vscode.window.showInformationMessage(vscode.l10n.t("{0} is what it was before.", stackName));
  return true;
}

function run(engine: Engine, recovery: Recovery, { skip, force }: Recovering, args: Args): Promise<Outcome> {
  if (recovery === "cancel") return engine.cancel(...args);
  if (recovery === "rollBack") return engine.rollBack(...args);
  const [cloud, stack, ...rest] = args;
  const continuation = { ...(skip ? { skip } : {}), ...(force ? { force } : {}) };
  return engine.continueRollback(cloud, stack, continuation, ...rest);
}

function wordsOf(recovery: Recovery, { stackName, skip, force }: Recovering) {
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
  const risk = vscode.l10n.t("What is left out stays as it is now, and CloudFormation takes it as rolled back.");
  return {
    question: skip
      ? vscode.l10n.t("Continue the rollback of {0} without {1}?", stackName, skip.join(", "))
      : force
        ? vscode.l10n.t("Continue the rollback of {0} without whatever cannot be rolled back?", stackName)
        : vscode.l10n.t("Continue the rollback of {0}?", stackName),
    detail:
      skip || force
        ? risk
        : vscode.l10n.t("First mend what kept it from going back; the history and the log say what that was."),
    button: vscode.l10n.t("Continue Rollback"),
  };
}
