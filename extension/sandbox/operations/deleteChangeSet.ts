import { CloudError } from "../wire/cloudError";
import { type FoundChangeSet, findChangeSet } from "./find";
import type { Call, Operation } from "./operation";

/** One that does not exist counts as deleted. */
function find(call: Call): FoundChangeSet | undefined {
  try {
    return findChangeSet(call);
  } catch (error) {
    if (error instanceof CloudError && error.code === "ChangeSetNotFound") {
      return undefined;
    }
    throw error;
  }
}

export const deleteChangeSet: Operation = (call) => {
  const found = find(call);
  if (found) {
    const { stack, changeSet } = found;
    if (changeSet.execution === "EXECUTE_IN_PROGRESS") {
      throw new CloudError(
        "InvalidChangeSetStatus",
        `ChangeSet [${changeSet.id}] cannot be deleted in its current execution status of [${changeSet.execution}]`,
      );
    }
    stack.changeSets = stack.changeSets.filter(({ id }) => id !== changeSet.id);
    call.service.changed(stack);
  }
  return {};
};
