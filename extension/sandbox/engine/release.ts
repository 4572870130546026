import { duration } from "../simulate/durations";
import type { OperationRecord, ResourceRecord, StackRecord, Step } from "../state/records";
import { type Context, scale } from "./context";
import { injectedFailures } from "./injected";
import { recordResource } from "./record";

function find(stack: StackRecord, { logicalId }: Step): ResourceRecord | undefined {
  return stack.resources.find((resource) => resource.logicalId === logicalId);
}

/** Let go of what a failed import has taken in so far. */
export function planRelease(stack: StackRecord, { imports = {} }: OperationRecord): Step[] {
  const taken = stack.resources.filter(({ logicalId }) => imports[logicalId] !== undefined);
  return taken.map(({ logicalId }) => ({ logicalId, verb: "release", after: [], state: "waiting" }));
}

export function startRelease(stack: StackRecord, step: Step, context: Context): void {
  const resource = find(stack, step);
  if (!resource) {
    step.state = "done";
    return;
  }
  recordResource(stack, resource, "IMPORT_ROLLBACK_IN_PROGRESS", context);
  step.state = "running";
  step.due = context.now() + scale(duration(resource.type, "update"), context);
}

/** The resource is outside of the stack again, as it was. */
export function progressRelease(stack: StackRecord, step: Step, context: Context): void {
  const resource = find(stack, step);
  delete step.due;
  step.state = "done";
  const refusal = injectedFailures(resource?.metadata ?? null).FailRollback;
  if (resource && refusal !== undefined) {
    step.state = "failed";
    recordResource(stack, resource, "IMPORT_ROLLBACK_FAILED", context, refusal);
  } else if (resource) {
    recordResource(stack, resource, "IMPORT_ROLLBACK_COMPLETE", context);
    stack.resources = stack.resources.filter((other) => other !== resource);
  }
}
