import type { Failure, Recovery } from "../types";
import { listed } from "../words";
import { actionsFor, type RecoverAction } from "./actions";

const wanted: Readonly<Record<Recovery | "retain" | "stop", string>> = {
  cancel: "Only an update that is under way can be cancelled",
  rollback: "Only a deployment that failed with rollback switched off can be rolled back",
  continue: "Only a rollback that got stuck can be continued",
  retain: "Only where deleting failed can resources be left out of it",
  stop: "Only a first deployment that is under way can be stopped",
};

/** What each action is called in a sentence about what to do. */
const names: Readonly<Record<RecoverAction, string>> = {
  plan: "plan and deploy",
  execute: "carry out its plan",
  discard: "discard its plan",
  attach: "follow it to its end",
  cancel: "cancel the update",
  stop: "stop it, which deletes what there is of it",
  retry: "try again",
  rollBack: "roll it back",
  continue: "continue its rollback",
  delete: "deploy again, which deletes what is left of it first",
  retain: "delete it and keep what cannot be deleted",
  force: "delete it by force",
  drift: "look for drift",
  destroy: "destroy it",
  explain: "see why it failed",
};

/** The stack's status does not allow what was asked for; the fix says what it does allow. `status`: undefined for none. */
export function wrongStatus(asked: keyof typeof wanted, stackName: string, status: string | undefined): Failure {
  const stands = status === undefined ? `there is no stack ${stackName}` : `${stackName} is in ${status}`;
  const possible = listed(actionsFor(status).map((action) => names[action])).replace(/ and ([^,]*)$/, " or $1");
  return {
    code: "wrong-status",
    message: `${wanted[asked]}, and ${stands}.`,
    fix: `Nothing was changed. What can be done now: ${possible}.`,
  };
}

/** The cancellation came when the update was through already. */
export function notCancelled(stackName: string): Failure {
  return {
    code: "wrong-status",
    message: `The update of ${stackName} was through before it could be cancelled.`,
    fix: "What it changed stands. Deploy an earlier manifest to go back to what was there.",
  };
}
