import { t } from "../manifest/l10n";
import type { FailureCode } from "./failureCodes";
import type { Failure } from "./types";

/** What a stack's status means for a new plan. */
export type Readiness =
  /** Changes can be planned and carried out. */
  | "ready"
  /** A plan was made for a stack that does not exist yet, and not carried out: its shell can be used again. */
  | "shell"
  /** The first deployment failed and was rolled back: nothing is in it, and it can only be deleted. */
  | "dead"
  /** Something is going on. */
  | "busy"
  /** It needs to be repaired or destroyed first. */
  | "stuck";

const readiness: Readonly<Record<string, Readiness>> = {
  REVIEW_IN_PROGRESS: "shell",
  ROLLBACK_COMPLETE: "dead",
  CREATE_COMPLETE: "ready",
  UPDATE_COMPLETE: "ready",
  UPDATE_ROLLBACK_COMPLETE: "ready",
  IMPORT_COMPLETE: "ready",
  IMPORT_ROLLBACK_COMPLETE: "ready",
  // With rollback switched off, the way out of these is a new attempt.
  CREATE_FAILED: "ready",
  UPDATE_FAILED: "ready",
  ROLLBACK_FAILED: "stuck",
  UPDATE_ROLLBACK_FAILED: "stuck",
  IMPORT_ROLLBACK_FAILED: "stuck",
  DELETE_FAILED: "stuck",
};

/** Statuses that CloudFormation may add are taken as what their ending says. */
export function readinessOf(status: string): Readiness {
  return (
    readiness[status] ?? (status.endsWith("_IN_PROGRESS") ? "busy" : status.endsWith("_FAILED") ? "stuck" : "ready")
  );
}

/** True once nothing more happens by itself. */
export function isSettled(status: string): boolean {
  return !status.endsWith("_IN_PROGRESS");
}

/** True for an ending in which the stack is what the deployment wanted it to be. */
export function isSuccess(status: string): boolean {
  return status === "CREATE_COMPLETE" || status === "UPDATE_COMPLETE" || status === "IMPORT_COMPLETE";
}

/** Why nothing can be planned for a stack now, and what to do. `since` is when it was last changed. */
export function refusal(stackName: string, status: string, since: Date | undefined): Failure {
  const when = since ? t` since ${since.toISOString().replace(/\.\d+Z$/, "Z")}` : "";
  if (readinessOf(status) === "busy") {
    return failure("stack-busy", t`${stackName} is being worked on${when} (${status}).`, busyFix(status));
  }
  return failure(
    "stack-stuck",
    t`${stackName} needs to be repaired first: its last operation ended in ${status}.`,
    stuckFix(status),
  );
}

function failure(code: FailureCode, message: string, fix: string): Failure {
  return { code, message, fix };
}

function busyFix(status: string): string {
  if (status === "DELETE_IN_PROGRESS") return t`Wait until it is destroyed, then deploy again.`;
  if (status.includes("ROLLBACK")) return t`Wait until it is rolled back, see why it failed, then deploy again.`;
  return t`Wait until that deployment has ended, then plan again.`;
}

function stuckFix(status: string): string {
  if (status === "DELETE_FAILED")
    return t`Destroy it again once what could not be deleted is no longer in use, or keep that with stackwright destroy --retain or --force.`;
  if (status === "ROLLBACK_FAILED") return t`Destroy it, then deploy again.`;
  return t`Once the cause is mended, continue its rollback with stackwright continue, then deploy again.`;
}
