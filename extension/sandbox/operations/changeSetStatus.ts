import type { ChangeSetRecord, StackRecord } from "../state/records";

export interface ChangeSetStatus {
  readonly status: "CREATE_IN_PROGRESS" | "CREATE_COMPLETE" | "FAILED";
  readonly execution: string;
}

/** How far a change set is: being made, failed, ready, or overtaken by another deployment. */
export function statusOf(stack: StackRecord, changeSet: ChangeSetRecord, now: number): ChangeSetStatus {
  if (now < changeSet.readyAt) {
    return { status: "CREATE_IN_PROGRESS", execution: "UNAVAILABLE" };
  }
  if (changeSet.failure !== undefined) {
    return { status: "FAILED", execution: "UNAVAILABLE" };
  }
  const isObsolete = changeSet.execution === "AVAILABLE" && changeSet.revision !== stack.revision;
  return { status: "CREATE_COMPLETE", execution: isObsolete ? "OBSOLETE" : changeSet.execution };
}
