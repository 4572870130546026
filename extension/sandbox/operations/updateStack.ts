import { computeChanges } from "../changeSet/computeChanges";
import { beginApply } from "../engine/begin";
import { deploymentOf } from "../engine/context";
import { validationError, wrongState } from "../wire/cloudError";
import { checkDeploymentConfig, disablesRollback } from "./deploymentConfig";
import { findLiveStack } from "./find";
import { isUpdatable } from "./newStack";
import type { Operation } from "./operation";
import { readGoal } from "./readGoal";
import { readPolicy, setPolicy } from "./stackPolicy";
import { isRepeated, remember } from "./tokens";

export const updateStack: Operation = (call) => {
  const { service, input } = call;
  checkDeploymentConfig(input);
  const stack = findLiveStack(call);
  if (isRepeated(call, stack, "UpdateStack")) {
    return { StackId: stack.id };
  }
  if (!isUpdatable(stack)) {
    throw wrongState(stack.id, stack.status, "updated");
  }
  const { goal, deployment } = readGoal(call, stack);
  const before = stack.goal.template === "" ? undefined : deploymentOf(stack.goal, stack, service).template;
  const { changes, outputsChange, tagsChange } = computeChanges(stack, goal, deployment, before, service.specification);
  const hasFailed = stack.status.endsWith("FAILED");
  if (changes.length === 0 && !outputsChange && !tagsChange && !hasFailed) {
    throw validationError("No updates are to be performed.");
  }
  const [policy, during] = [readPolicy(input, "StackPolicy"), readPolicy(input, "StackPolicyDuringUpdate")];
  stack.notificationArns = input.texts("NotificationARNs") ?? stack.notificationArns;
  const token = remember(call, stack, "UpdateStack");
  const onFailure = disablesRollback(input) ? "DO_NOTHING" : "ROLLBACK";
  const retainExceptOnCreate = input.flag("RetainExceptOnCreate") ?? false;
  beginApply(stack, goal, "UPDATE_STACK", { token, onFailure, retainExceptOnCreate, policy: during }, service);
  setPolicy(stack, policy);
  service.changed(stack);
  return { StackId: stack.id, OperationId: stack.operation?.id };
};
