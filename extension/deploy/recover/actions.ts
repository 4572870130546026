import type { StackStatus } from "@aws-sdk/client-cloudformation";

/** What can be done with a stack, by its status. */
export type RecoverAction =
  | "plan"
  /** Carry out the plan that waits in the stack's shell. */
  | "execute"
  | "discard"
  /** Follow what goes on to its end. */
  | "attach"
  /** Give up an update, and go back. */
  | "cancel"
  /** Give up a first deployment: what there is of it is deleted. */
  | "stop"
  /** Try again once the cause is mended. */
  | "retry"
  | "rollBack"
  /** Go on with a rollback that got stuck; resources can be skipped, or all that fail. */
  | "continue"
  /** Delete what is left of a first deployment, and deploy anew. */
  | "delete"
  /** Delete the stack, and keep chosen resources that cannot be deleted. */
  | "retain"
  /** Delete the stack, and keep whatever cannot be deleted. */
  | "force"
  | "drift"
  | "destroy"
  | "explain";

const table: Readonly<Record<StackStatus, readonly RecoverAction[]>> = {
  REVIEW_IN_PROGRESS: ["execute", "discard"],
  CREATE_IN_PROGRESS: ["attach", "stop"],
  CREATE_FAILED: ["retry", "rollBack", "explain"],
  CREATE_COMPLETE: ["plan", "drift", "destroy"],
  ROLLBACK_IN_PROGRESS: ["attach", "explain"],
  ROLLBACK_COMPLETE: ["delete", "explain"],
  ROLLBACK_FAILED: ["delete", "explain"],
  UPDATE_IN_PROGRESS: ["attach", "cancel"],
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: ["attach"],
  UPDATE_COMPLETE: ["plan", "drift", "destroy"],
  UPDATE_FAILED: ["retry", "rollBack", "explain"],
  UPDATE_ROLLBACK_IN_PROGRESS: ["attach", "explain"],
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: ["attach", "explain"],
  UPDATE_ROLLBACK_COMPLETE: ["plan", "drift", "destroy", "explain"],
  UPDATE_ROLLBACK_FAILED: ["continue"],
  IMPORT_IN_PROGRESS: ["attach"],
  IMPORT_COMPLETE: ["plan", "drift", "destroy"],
  IMPORT_ROLLBACK_IN_PROGRESS: ["attach", "explain"],
  IMPORT_ROLLBACK_COMPLETE: ["plan", "drift", "destroy", "explain"],
  // Neither a rollback nor a deletion is documented for it.
  IMPORT_ROLLBACK_FAILED: ["explain"],
  DELETE_IN_PROGRESS: ["attach"],
  DELETE_FAILED: ["retry", "retain", "force"],
  DELETE_COMPLETE: ["plan"],
};

/**
 * What a stack's status allows, the most likely first; undefined stands for no stack. Statuses that CloudFormation may
 * add are taken as what their ending says.
 */
export function actionsFor(status: StackStatus | string | undefined): readonly RecoverAction[] {
  if (status === undefined) return ["plan"];
  if (isKnown(status)) return table[status];
  return status.endsWith("_IN_PROGRESS") ? ["attach"] : ["explain"];
}

function isKnown(status: string): status is StackStatus {
  return Object.hasOwn(table, status);
}
