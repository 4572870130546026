import { beginApply } from "../engine/begin";
import type { ChangeSetRecord, OperationRecord } from "../state/records";
import { CloudError, validationError } from "../wire/cloudError";
import { statusOf } from "./changeSetStatus";
import { findChangeSet } from "./find";
import type { Call, Operation } from "./operation";
import { isRepeated, remember } from "./tokens";

function invalidStatus(message: string): Error {
  return new CloudError("InvalidChangeSetStatus", message);
}

function onFailure({ input }: Call, changeSet: ChangeSetRecord): OperationRecord["onFailure"] {
  if (changeSet.onStackFailure !== undefined && input.has("DisableRollback")) {
    throw validationError("You cannot specify both OnStackFailure and DisableRollback.");
  }
  switch (changeSet.onStackFailure) {
    case "DELETE":
    case "DO_NOTHING":
      return changeSet.onStackFailure;
    default:
      return input.flag("DisableRollback") ? "DO_NOTHING" : "ROLLBACK";
  }
}

export const executeChangeSet: Operation = (call) => {
  const { stack, changeSet } = findChangeSet(call);
  const action = `ExecuteChangeSet ${changeSet.id}`;
  if (isRepeated(call, stack, action)) {
    return {};
  }
  const { status, execution } = statusOf(stack, changeSet, call.service.now());
  if (status !== "CREATE_COMPLETE") {
    throw invalidStatus(`ChangeSet [${changeSet.id}] cannot be executed in its current status of [${status}]`);
  }
  if (execution !== "AVAILABLE" || stack.operation) {
    const shown = stack.operation ? "UNAVAILABLE" : execution;
    throw invalidStatus(`ChangeSet [${changeSet.id}] cannot be executed in its current execution status of [${shown}]`);
  }
  const token = remember(call, stack, action);
  // The others were made against a stack that is about to be another one.
  stack.changeSets = stack.changeSets.filter(
    ({ id, execution: other }) => id === changeSet.id || other !== "AVAILABLE",
  );
  stack.changeSetId = changeSet.id;
  stack.notificationArns = changeSet.notificationArns;
  changeSet.execution = "EXECUTE_IN_PROGRESS";
  const options = {
    token,
    onFailure: onFailure(call, changeSet),
    retainExceptOnCreate: call.input.flag("RetainExceptOnCreate") ?? false,
    changeSetId: changeSet.id,
    ...(changeSet.imports ? { imports: changeSet.imports } : {}),
  };
  beginApply(
    stack,
    changeSet.goal,
    changeSet.type === "CREATE" ? "CREATE_STACK" : "UPDATE_STACK",
    options,
    call.service,
  );
  call.service.changed(stack);
  return {};
};
