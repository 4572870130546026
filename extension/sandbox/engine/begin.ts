import type { Goal, Imports, OperationRecord, OperationType, Phase, StackRecord, Step } from "../state/records";
import { type Context, deploymentOf, tick } from "./context";
import { planApply, planDelete, planRevert } from "./plan";
import { recordStack } from "./record";

export interface OperationOptions {
  readonly token?: string | undefined;
  readonly onFailure?: OperationRecord["onFailure"];
  readonly retainExceptOnCreate?: boolean;
  readonly changeSetId?: string;
  readonly imports?: Imports;
  /** Instead of the stack's own policy. */
  readonly policy?: string | undefined;
  readonly retain?: readonly string[];
  readonly skip?: readonly string[];
}

function begin(
  stack: StackRecord,
  type: OperationType,
  phase: Phase,
  goal: Goal | undefined,
  options: OperationOptions,
  context: Context,
): OperationRecord {
  const policy = options.policy ?? stack.policy;
  const operation: OperationRecord = {
    id: context.uuid(),
    type,
    phase,
    steps: [],
    cancelled: false,
    onFailure: options.onFailure ?? "ROLLBACK",
    retainExceptOnCreate: options.retainExceptOnCreate ?? false,
    retain: options.retain ?? [],
    skip: options.skip ?? [],
    ...(goal ? { goal } : {}),
    ...(options.token === undefined ? {} : { token: options.token }),
    ...(policy === undefined ? {} : { policy }),
    ...(options.imports === undefined ? {} : { imports: options.imports }),
    ...(options.changeSetId === undefined ? {} : { changeSetId: options.changeSetId }),
  };
  stack.operation = operation;
  stack.lastOperations.unshift({ type, id: operation.id });
  return operation;
}

function describe(stack: StackRecord, description: string | undefined): void {
  if (description === undefined) {
    delete stack.description;
  } else {
    stack.description = description;
  }
}

/** Starts to bring a stack to a goal. The goal has been checked. */
export function beginApply(
  stack: StackRecord,
  goal: Goal,
  type: "CREATE_STACK" | "UPDATE_STACK",
  options: OperationOptions,
  context: Context,
): void {
  const { outputs, description } = stack;
  const operation = begin(stack, type, "apply", goal, options, context);
  const verb = options.imports ? "IMPORT" : type === "CREATE_STACK" ? "CREATE" : "UPDATE";
  recordStack(stack, `${verb}_IN_PROGRESS`, context, "User Initiated");
  if (type === "UPDATE_STACK") {
    // After an update that failed and stayed so, the state to go back to is still the one before it.
    stack.stable ??= {
      goal: stack.goal,
      resources: structuredClone(stack.resources),
      outputs,
      ...(description === undefined ? {} : { description }),
    };
    stack.updatedAt = stack.clock;
  }
  const deployment = deploymentOf(goal, stack, context);
  stack.goal = goal;
  stack.revision += 1;
  stack.disableRollback = operation.onFailure === "DO_NOTHING";
  describe(stack, deployment.template.description);
  operation.steps = planApply(deployment);
}

function beginPhase(
  stack: StackRecord,
  operation: OperationRecord,
  status: string,
  steps: Step[],
  context: Context,
): void {
  recordStack(stack, status, context, "User Initiated");
  operation.steps = steps;
  stack.revision += 1;
}

export function beginDelete(stack: StackRecord, options: OperationOptions, context: Context): void {
  const operation = begin(stack, "DELETE_STACK", "delete", undefined, options, context);
  beginPhase(stack, operation, "DELETE_IN_PROGRESS", planDelete(stack), context);
}

/** From CREATE_FAILED everything is deleted; from UPDATE_FAILED it goes back to what it was. */
export function beginRollback(stack: StackRecord, options: OperationOptions, context: Context): void {
  const isCreate = stack.status === "CREATE_FAILED";
  const operation = begin(stack, "ROLLBACK", isCreate ? "rollback" : "revert", undefined, options, context);
  const steps = isCreate ? planDelete(stack) : planRevert(stack, []);
  beginPhase(stack, operation, isCreate ? "ROLLBACK_IN_PROGRESS" : "UPDATE_ROLLBACK_IN_PROGRESS", steps, context);
}

export function beginContinue(stack: StackRecord, options: OperationOptions, context: Context): void {
  const operation = begin(stack, "CONTINUE_ROLLBACK", "revert", undefined, options, context);
  beginPhase(stack, operation, "UPDATE_ROLLBACK_IN_PROGRESS", planRevert(stack, operation.skip), context);
}

/** The stack that a change set of type CREATE leaves until it is executed. */
export function reviewShell(stack: StackRecord, context: Context): void {
  recordStack(stack, "REVIEW_IN_PROGRESS", context, "User Initiated");
  tick(stack, context);
}
