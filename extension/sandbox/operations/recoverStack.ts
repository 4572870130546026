import { beginContinue, beginRollback } from "../engine/begin";
import type { StackRecord } from "../state/records";
import { validationError } from "../wire/cloudError";
import { findLiveStack } from "./find";
import type { Call, Operation } from "./operation";
import { isRepeated, remember } from "./tokens";

export const cancelUpdateStack: Operation = (call) => {
  const stack = findLiveStack(call);
  if (isRepeated(call, stack, "CancelUpdateStack")) {
    return undefined;
  }
  if (stack.status !== "UPDATE_IN_PROGRESS" || !stack.operation) {
    throw validationError("CancelUpdateStack cannot be called from current stack status");
  }
  remember(call, stack, "CancelUpdateStack");
  stack.operation.cancelled = true;
  call.service.changed(stack);
  return undefined;
};

/** What the rollback leaves as it is: what the caller names, or, when it is forced, whatever has failed to go back. */
function skipped({ input }: Call, stack: StackRecord): readonly string[] {
  const named = input.texts("ResourcesToSkip") ?? [];
  if (!input.flag("ForceRollback")) {
    return named;
  }
  if (named.length > 0) {
    throw validationError("ForceRollback and ResourcesToSkip cannot be specified together.");
  }
  return stack.resources.filter(({ status }) => status === "UPDATE_FAILED").map(({ logicalId }) => logicalId);
}

export const continueUpdateRollback: Operation = (call) => {
  const stack = findLiveStack(call);
  if (isRepeated(call, stack, "ContinueUpdateRollback")) {
    return {};
  }
  if (stack.status !== "UPDATE_ROLLBACK_FAILED") {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
  }
  const skip = skipped(call, stack);
  const notFailed = skip.filter(
    (id) => !stack.resources.some(({ logicalId, status }) => logicalId === id && status === "UPDATE_FAILED"),
  );
  if (notFailed.length > 0) {
    throw validationError(
      `ResourcesToSkip can only contain resources that are in UPDATE_FAILED state: [${notFailed.join(", ")}]`,
    );
  }
  beginContinue(stack, { token: remember(call, stack, "ContinueUpdateRollback"), skip }, call.service);
  call.service.changed(stack);
  return {};
};

export const rollbackStack: Operation = (call) => {
  const stack = findLiveStack(call);
  if (isRepeated(call, stack, "RollbackStack")) {
    return { StackId: stack.id };
  }
  if (stack.status !== "CREATE_FAILED" && stack.status !== "UPDATE_FAILED") {
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be rolled back.`);
  }
  const retainExceptOnCreate = call.input.flag("RetainExceptOnCreate") ?? false;
  beginRollback(stack, { token: remember(call, stack, "RollbackStack"), retainExceptOnCreate }, call.service);
  call.service.changed(stack);
  return { StackId: stack.id, OperationId: stack.operation?.id };
};

export const updateTerminationProtection: Operation = (call) => {
  const stack = findLiveStack(call);
  const enabled = call.input.flag("EnableTerminationProtection");
  if (enabled === undefined) {
    throw validationError(
      "1 validation error detected: Value null at 'enableTerminationProtection' failed to satisfy constraint: Member must not be null",
    );
  }
  stack.terminationProtection = enabled;
  call.service.changed(stack);
  return { StackId: stack.id };
};
