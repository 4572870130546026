import { cancelApply } from "../engine/apply";
import { beginDelete } from "../engine/begin";
import { tick } from "../engine/context";
import { recordStack } from "../engine/record";
import type { StackRecord } from "../state/records";
import { missing, validationError } from "../wire/cloudError";
import { checkDeploymentConfig } from "./deploymentConfig";
import { lookUpStack } from "./find";
import type { Call, Operation } from "./operation";
import { isRepeated, remember } from "./tokens";

function check({ input }: Call, stack: StackRecord): void {
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  if (stack.operation && stack.status !== "CREATE_IN_PROGRESS") {
    throw validationError(`Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
  }
  const retained = input.texts("RetainResources") ?? [];
  if (retained.length > 0 && stack.status !== "DELETE_FAILED") {
    throw validationError(
      `Invalid operation on stack [${stack.id}]. The RetainResources option can be used only on stacks in the DELETE_FAILED state.`,
    );
  }
  const unknown = retained.filter((id) => !stack.resources.some(({ logicalId }) => logicalId === id));
  if (unknown.length > 0) {
    throw validationError(`The resources to retain [${unknown.join(", ")}] do not exist in stack ${stack.name}.`);
  }
  if (input.text("DeletionMode") === "FORCE_DELETE_STACK" && stack.status !== "DELETE_FAILED") {
    throw validationError(
      `Invalid operation on stack [${stack.id}]. The DeletionMode FORCE_DELETE_STACK can be used only on stacks in the DELETE_FAILED state.`,
    );
  }
}

/** What a create has under way is stopped before everything is deleted. */
function stopCreation(call: Call, stack: StackRecord): void {
  for (const step of stack.operation?.steps.filter(({ state }) => state === "running") ?? []) {
    cancelApply(stack, step, call.service);
  }
  delete stack.operation;
}

/** What a forced deletion leaves behind: whatever could not be deleted before. */
function retained({ input }: Call, stack: StackRecord): readonly string[] {
  const isForced = input.text("DeletionMode") === "FORCE_DELETE_STACK";
  const failed = stack.resources.filter(({ status }) => status === "DELETE_FAILED").map(({ logicalId }) => logicalId);
  return isForced ? failed : (input.texts("RetainResources") ?? []);
}

export const deleteStack: Operation = (call) => {
  const { input, service } = call;
  const name = input.text("StackName");
  if (!name) {
    throw missing("stackName");
  }
  checkDeploymentConfig(input);
  const stack = lookUpStack(call, name);
  const isOver = !stack || stack.status === "DELETE_COMPLETE" || stack.status === "DELETE_IN_PROGRESS";
  if (isOver || isRepeated(call, stack, "DeleteStack")) {
    return undefined;
  }
  check(call, stack);
  if (stack.status === "REVIEW_IN_PROGRESS") {
    recordStack(stack, "DELETE_COMPLETE", service, "User Initiated");
    stack.changeSets = [];
    stack.deletedAt = tick(stack, service);
  } else {
    stopCreation(call, stack);
    beginDelete(stack, { token: remember(call, stack, "DeleteStack"), retain: retained(call, stack) }, service);
  }
  service.changed(stack);
  return undefined;
};
