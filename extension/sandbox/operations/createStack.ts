import { beginApply } from "../engine/begin";
import type { OperationRecord } from "../state/records";
import { CloudError, validationError } from "../wire/cloudError";
import { checkDeploymentConfig, disablesRollback } from "./deploymentConfig";
import { lookUpStack, newName } from "./find";
import { newStack } from "./newStack";
import type { Call, Operation } from "./operation";
import { readGoal } from "./readGoal";
import { readPolicy, setPolicy } from "./stackPolicy";
import { isRepeated, remember } from "./tokens";

function onFailure({ input }: Call): OperationRecord["onFailure"] {
  const wanted = input.text("OnFailure") || undefined;
  if (wanted !== undefined && input.has("DisableRollback")) {
    throw validationError("You cannot specify both OnFailure and DisableRollback.");
  }
  if (wanted === "DELETE" || wanted === "DO_NOTHING" || wanted === "ROLLBACK") {
    return wanted;
  }
  return disablesRollback(input) ? "DO_NOTHING" : "ROLLBACK";
}

export const createStack: Operation = (call) => {
  const { service, input } = call;
  const name = newName(call, "StackName");
  checkDeploymentConfig(input);
  const existing = lookUpStack(call, name);
  if (existing) {
    if (isRepeated(call, existing, "CreateStack")) {
      return { StackId: existing.id };
    }
    throw new CloudError("AlreadyExistsException", `Stack [${name}] already exists`);
  }
  const stack = newStack(call, name);
  const { goal } = readGoal(call, stack);
  const policy = readPolicy(input, "StackPolicy");
  service.store.add(stack);
  setPolicy(stack, policy);
  const token = remember(call, stack, "CreateStack");
  const retainExceptOnCreate = input.flag("RetainExceptOnCreate") ?? false;
  beginApply(stack, goal, "CREATE_STACK", { token, onFailure: onFailure(call), retainExceptOnCreate }, service);
  service.changed(stack);
  return { StackId: stack.id, OperationId: stack.operation?.id };
};
