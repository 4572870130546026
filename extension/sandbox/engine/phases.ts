import { evaluateOutputs } from "../changeSet/computeChanges";
import type { OperationRecord, OperationType, Phase, StackRecord, Step } from "../state/records";
import type { Deployment } from "../template/prepare";
import { type Context, deploymentOf } from "./context";
import { presentScope } from "./desire";
import { planClean, planDelete, planRevert } from "./plan";
import { recordResource, recordStack } from "./record";
import { planRelease } from "./release";
import { restore } from "./revert";
import { denial } from "./stackPolicy";

function failedIds(stack: StackRecord, verb: "create" | "update" | "delete" | "import"): string {
  const steps = stack.operation?.steps ?? [];
  const ids = steps.filter(({ state }) => state === "failed").map(({ logicalId }) => logicalId);
  return `The following resource(s) failed to ${verb}: [${ids.join(", ")}]. `;
}

function enter(operation: OperationRecord, phase: Phase, steps: Step[]): void {
  operation.phase = phase;
  operation.steps = steps;
}

/** A rollback is an operation of its own, with its own id. */
export function enterRollback(stack: StackRecord, type: OperationType, context: Context): OperationRecord | undefined {
  if (stack.operation) {
    stack.operation = { ...stack.operation, id: context.uuid(), type, cancelled: false };
    stack.lastOperations.unshift({ type, id: stack.operation.id });
  }
  return stack.operation;
}

function finish(stack: StackRecord, context: Context, status: string, reason?: string): void {
  const changeSet = stack.changeSets.find(({ id }) => id === stack.operation?.changeSetId);
  recordStack(stack, status, context, reason);
  if (changeSet?.execution === "EXECUTE_IN_PROGRESS") {
    changeSet.execution =
      status.endsWith("_COMPLETE") && !status.includes("ROLLBACK") ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
  }
  delete stack.operation;
}

/** Whether the stack policy forbids the removal of something that is not in the template any more; then that fails. */
function keepsFromRemoval(
  stack: StackRecord,
  operation: OperationRecord,
  { resources }: Deployment,
  context: Context,
): boolean {
  let isKept = false;
  for (const resource of stack.resources.filter(({ logicalId }) => !resources.has(logicalId))) {
    const reason = denial(stack, resource, "Update:Delete");
    if (reason !== undefined) {
      isKept = true;
      recordResource(stack, resource, "UPDATE_FAILED", context, reason);
      operation.steps.push({ logicalId: resource.logicalId, verb: "apply", after: [], state: "failed" });
    }
  }
  return isKept;
}

/** The goal is reached: outputs are evaluated, and what nothing refers to any more is up for the clean-up. */
function applied(stack: StackRecord, operation: OperationRecord, context: Context): void {
  const goal = operation.goal ?? stack.goal;
  const deployment = deploymentOf(goal, stack, context);
  if (keepsFromRemoval(stack, operation, deployment, context)) {
    updateFailed(stack, operation, context);
    return;
  }
  const outputs = evaluateOutputs(deployment, presentScope(stack, deployment));
  stack.outputs = outputs.filter((output) => output !== undefined);
  if (operation.imports) {
    delete stack.stable;
    finish(stack, context, "IMPORT_COMPLETE");
    return;
  }
  if (operation.type === "CREATE_STACK") {
    finish(stack, context, "CREATE_COMPLETE");
    return;
  }
  const removed = stack.resources.filter(({ logicalId }) => !deployment.resources.has(logicalId));
  stack.resources = stack.resources.filter(({ logicalId }) => deployment.resources.has(logicalId));
  stack.obsolete.push(...removed.map((resource) => ({ resource, policy: resource.deletionPolicy })));
  delete stack.stable;
  recordStack(stack, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", context);
  enter(operation, "clean", planClean(stack));
}

function createFailed(stack: StackRecord, operation: OperationRecord, context: Context): void {
  const reason = failedIds(stack, "create");
  if (operation.onFailure === "DO_NOTHING") {
    finish(stack, context, "CREATE_FAILED", reason);
    return;
  }
  const verb = operation.onFailure === "DELETE" ? "Delete" : "Rollback";
  const rollback = enterRollback(stack, verb === "Delete" ? "DELETE_STACK" : "ROLLBACK", context);
  recordStack(
    stack,
    verb === "Delete" ? "DELETE_IN_PROGRESS" : "ROLLBACK_IN_PROGRESS",
    context,
    `${reason}${verb} requested by user.`,
  );
  if (rollback) {
    enter(rollback, verb === "Delete" ? "delete" : "rollback", planDelete(stack));
  }
}

function updateFailed(stack: StackRecord, operation: OperationRecord, context: Context): void {
  const created = operation.steps.some(({ state, change }) => state === "failed" && change === "create");
  const reason = operation.cancelled ? "User Initiated" : failedIds(stack, created ? "create" : "update");
  if (operation.onFailure === "DO_NOTHING" && !operation.cancelled) {
    finish(stack, context, "UPDATE_FAILED", reason);
    return;
  }
  const rollback = enterRollback(stack, "ROLLBACK", context);
  recordStack(stack, "UPDATE_ROLLBACK_IN_PROGRESS", context, reason);
  if (rollback) {
    enter(rollback, "revert", planRevert(stack, rollback.skip));
  }
}

/** Nothing that was to be imported is touched: the stack only lets go of it. */
function importFailed(stack: StackRecord, context: Context): void {
  const reason = failedIds(stack, "import");
  const rollback = enterRollback(stack, "ROLLBACK", context);
  recordStack(stack, "IMPORT_ROLLBACK_IN_PROGRESS", context, reason);
  if (rollback) {
    enter(rollback, "release", planRelease(stack, rollback));
  }
}

function released(stack: StackRecord, ok: boolean, context: Context): void {
  if (!ok) {
    finish(stack, context, "IMPORT_ROLLBACK_FAILED", failedIds(stack, "import"));
    return;
  }
  stack.goal = stack.stable?.goal ?? stack.goal;
  delete stack.stable;
  finish(stack, context, "IMPORT_ROLLBACK_COMPLETE");
}

/** Everything is as it was: template, parameters, outputs. What the failed update made goes in the clean-up. */
function reverted(stack: StackRecord, operation: OperationRecord, context: Context): void {
  const { stable } = stack;
  if (stable) {
    for (const before of stable.resources) {
      const current = stack.resources.find(({ logicalId }) => logicalId === before.logicalId);
      if (current && operation.skip.includes(before.logicalId)) {
        restore(stack, { ...before, status: "UPDATE_COMPLETE" }, current);
      }
    }
    const isNew = (logicalId: string) => !stable.resources.some((before) => before.logicalId === logicalId);
    const made = stack.resources.filter(({ logicalId }) => isNew(logicalId));
    stack.resources = stack.resources.filter(({ logicalId }) => !isNew(logicalId));
    stack.obsolete.push(...made.map((resource) => ({ resource, policy: resource.deletionPolicy })));
    stack.goal = stable.goal;
    stack.outputs = stable.outputs;
    if (stable.description === undefined) {
      delete stack.description;
    } else {
      stack.description = stable.description;
    }
    delete stack.stable;
  }
  recordStack(stack, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", context);
  enter(operation, "revert-clean", planClean(stack));
}

function deleted(stack: StackRecord, context: Context): void {
  stack.outputs = [];
  finish(stack, context, "DELETE_COMPLETE");
  stack.deletedAt = stack.clock;
  stack.changeSets = [];
}

/** A clean-up that could not delete everything leaves the rest behind, as CloudFormation does. */
function cleaned(stack: StackRecord, context: Context, status: string): void {
  const left = stack.obsolete.map(({ resource: { logicalId, type, physicalId } }) => ({ logicalId, type, physicalId }));
  stack.kept.push(...left.map((resource) => ({ ...resource, how: "retained" as const, at: context.now() })));
  stack.obsolete = [];
  finish(stack, context, status);
}

/** What follows when nothing of the phase is under way any more. `ok`: every step of it is done. */
export function endPhase(stack: StackRecord, operation: OperationRecord, ok: boolean, context: Context): void {
  switch (operation.phase) {
    case "apply":
      if (ok) {
        applied(stack, operation, context);
      } else if (operation.imports) {
        importFailed(stack, context);
      } else if (operation.type === "CREATE_STACK") {
        createFailed(stack, operation, context);
      } else {
        updateFailed(stack, operation, context);
      }
      break;
    case "clean":
      cleaned(stack, context, "UPDATE_COMPLETE");
      break;
    case "revert":
      if (ok) {
        reverted(stack, operation, context);
      } else {
        finish(stack, context, "UPDATE_ROLLBACK_FAILED", failedIds(stack, "update"));
      }
      break;
    case "revert-clean":
      cleaned(stack, context, "UPDATE_ROLLBACK_COMPLETE");
      break;
    case "rollback":
      finish(stack, context, ok ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED", ok ? undefined : failedIds(stack, "delete"));
      break;
    case "release":
      released(stack, ok, context);
      break;
    case "delete":
      if (ok) {
        deleted(stack, context);
      } else {
        finish(stack, context, "DELETE_FAILED", failedIds(stack, "delete"));
      }
      break;
  }
}
