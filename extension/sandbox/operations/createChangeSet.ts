import { computeChanges } from "../changeSet/computeChanges";
import { findProblems } from "../changeSet/findProblems";
import { reviewShell } from "../engine/begin";
import { deploymentOf, scale, tick } from "../engine/context";
import type { ChangeSetRecord, StackRecord } from "../state/records";
import { CloudError, notSupported, validationError, wrongState } from "../wire/cloudError";
import { checkDeploymentConfig } from "./deploymentConfig";
import { lookUpStack, newName } from "./find";
import { isUpdatable, newStack } from "./newStack";
import type { Call, Operation } from "./operation";
import { readGoal } from "./readGoal";
import { importChanges, readImports } from "./readImports";

/** Milliseconds that CloudFormation takes to make a change set, at the pace of a demonstration. */
const MAKING = 900;

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
const INVALID =
  "The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.";

function changeSetType({ input }: Call): ChangeSetRecord["type"] {
  const type = input.text("ChangeSetType") || "UPDATE";
  if (input.flag("ImportExistingResources")) {
    throw notSupported("Importing whatever exists under its name (ImportExistingResources)");
  }
  if (type !== "IMPORT" && input.has("ResourcesToImport")) {
    throw validationError("ResourcesToImport can be specified only for a change set of type IMPORT.");
  }
  if (input.text("DeploymentMode")) {
    throw notSupported("A change set that reverts drift (DeploymentMode)");
  }
  if (type !== "CREATE" && type !== "UPDATE" && type !== "IMPORT") {
    throw validationError(
      `1 validation error detected: Value '${type}' at 'changeSetType' failed to satisfy constraint: Member must satisfy enum value set: [IMPORT, UPDATE, CREATE]`,
    );
  }
  return type;
}

/** The stack the change set is for; for one of type CREATE, or of an import where there is none, a shell that is in review. */
function target(call: Call, type: ChangeSetRecord["type"], name: string): StackRecord {
  const nameOrId = call.input.text("StackName") ?? "";
  const stack = lookUpStack(call, nameOrId);
  if (type === "CREATE") {
    if (stack && stack.status !== "REVIEW_IN_PROGRESS") {
      throw validationError(
        `Stack [${stack.name}] already exists and cannot be created again with the changeSet [${name}].`,
      );
    }
    return stack ?? newStack(call, newName(call, "StackName"));
  }
  if (type === "IMPORT" && (!stack || stack.status === "REVIEW_IN_PROGRESS")) {
    return stack ?? newStack(call, newName(call, "StackName"));
  }
  if (!stack || stack.status === "DELETE_COMPLETE") {
    throw validationError(`Stack [${nameOrId}] does not exist`);
  }
  if (!isUpdatable(stack)) {
    throw wrongState(stack.id, stack.status, "updated");
  }
  return stack;
}

/** The change set of this name that is still of use. */
function existing(call: Call, stack: StackRecord, name: string): ChangeSetRecord | undefined {
  const found = stack.changeSets.find((changeSet) => changeSet.name === name && changeSet.execution === "AVAILABLE");
  const token = call.input.text("ClientToken");
  if (found && (!token || token !== found.token)) {
    throw new CloudError(
      "AlreadyExistsException",
      `ChangeSet ${name} cannot be created, as a change set of that name already exists for stack ${stack.name}`,
    );
  }
  return found;
}

export const createChangeSet: Operation = (call) => {
  const { input, service, region } = call;
  checkDeploymentConfig(input);
  const name = newName(call, "ChangeSetName");
  const type = changeSetType(call);
  const stack = target(call, type, name);
  const repeated = existing(call, stack, name);
  if (repeated) {
    return { Id: repeated.id, StackId: stack.id };
  }
  const { goal, deployment } = readGoal(call, stack);
  const findings = findProblems(deployment, service.specification);
  const before = stack.goal.template === "" ? undefined : deploymentOf(stack.goal, stack, service).template;
  const computed = computeChanges(stack, goal, deployment, before, service.specification);
  const { outputsChange, tagsChange } = computed;
  const imports = type === "IMPORT" ? readImports(call, stack, deployment.template) : undefined;
  const imported = imports && importChanges(computed.changes, imports);
  const changes = imported?.changes ?? computed.changes;
  const isEmpty = changes.length === 0 && !outputsChange && !tagsChange;
  const failure = findings.length > 0 ? INVALID : isEmpty ? NO_CHANGES : imported?.failure;
  if (!service.store.stacks.has(stack.id)) {
    service.store.add(stack);
    reviewShell(stack, service);
  }
  const createdAt = tick(stack, service);
  const [description, token, onStackFailure] = ["Description", "ClientToken", "OnStackFailure"].map(
    (key) => input.text(key) || undefined,
  );
  const keepsFailure = input.nested("DeploymentConfig")?.flag("DisableRollback") ? "DO_NOTHING" : undefined;
  const whenFailed = onStackFailure ?? keepsFailure;
  const changeSet: ChangeSetRecord = {
    id: `arn:aws:cloudformation:${region}:${service.account}:changeSet/${name}/${service.uuid()}`,
    name,
    type,
    createdAt,
    readyAt: service.now() + scale(MAKING, service),
    operationId: service.uuid(),
    goal,
    changes: findings.length > 0 ? [] : changes,
    findings,
    notificationArns: input.texts("NotificationARNs") ?? stack.notificationArns,
    includeNested: input.flag("IncludeNestedStacks") ?? false,
    revision: stack.revision,
    execution: "AVAILABLE",
    ...(imports === undefined ? {} : { imports }),
    ...(description === undefined ? {} : { description }),
    ...(token === undefined ? {} : { token }),
    ...(failure === undefined ? {} : { failure }),
    ...(whenFailed === undefined ? {} : { onStackFailure: whenFailed }),
  };
  stack.changeSets = stack.changeSets.filter((other) => other.name !== name);
  stack.changeSets.push(changeSet);
  stack.lastOperations.unshift({ type: "CREATE_CHANGESET", id: changeSet.operationId });
  service.changed(stack);
  return { Id: changeSet.id, StackId: stack.id };
};
