import { t } from "../../manifest/l10n";
import type { Failure, Recovery } from "../types";
import { listed } from "../words";
import { actionsFor, type RecoverAction } from "./actions";

const wanted: Readonly<Record<Recovery | "retain" | "stop", string>> = {
  cancel: t`Only an update that is under way can be cancelled`,
  rollback: t`Only a deployment that failed with rollback switched off can be rolled back`,
  continue: t`Only a rollback that got stuck can be continued`,
  retain: t`Only where deleting failed can resources be left out of it`,
  stop: t`Only a first deployment that is under way can be stopped`,
};

/** What each action is called in a sentence about what to do. */
const names: Readonly<Record<RecoverAction, string>> = {
  plan: t`plan and deploy`,
  execute: t`carry out its plan`,
  discard: t`discard its plan`,
  attach: t`follow it to its end`,
  cancel: t`cancel the update`,
  stop: t`stop it, which deletes what there is of it`,
  retry: t`try again`,
  rollBack: t`roll it back`,
  continue: t`continue its rollback`,
  delete: t`deploy again, which deletes what is left of it first`,
  retain: t`delete it and keep what cannot be deleted`,
  force: t`delete it by force`,
  drift: t`look for drift`,
  destroy: t`destroy it`,
  explain: t`see why it failed`,
};

/** The stack's status does not allow what was asked for; the fix says what it does allow. `status`: undefined for none. */
export function wrongStatus(asked: keyof typeof wanted, stackName: string, status: string | undefined): Failure {
  const stands = status === undefined ? t`there is no stack ${stackName}` : t`${stackName} is in ${status}`;
  const possible = listed(
    actionsFor(status).map((action) => names[action]),
    "or",
  );
  return {
    code: "wrong-status",
    message: t`${wanted[asked]}, and ${stands}.`,
    fix: t`Nothing was changed. What can be done now: ${possible}.`,
  };
}

/** The cancellation came when the update was through already. */
export function notCancelled(stackName: string): Failure {
  return {
    code: "wrong-status",
    message: t`The update of ${stackName} was through before it could be cancelled.`,
    fix: t`What it changed stands. Deploy an earlier manifest to go back to what was there.`,
  };
}
