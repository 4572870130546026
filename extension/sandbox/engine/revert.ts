import { duration } from "../simulate/durations";
import { canonical } from "../state/json";
import type { ResourceRecord, StackRecord, Step } from "../state/records";
import { type Context, deploymentOf, scale } from "./context";
import { injectedFailures } from "./injected";
import { recordResource } from "./record";

function pair(stack: StackRecord, logicalId: string): { before?: ResourceRecord; current?: ResourceRecord } {
  const before = stack.stable?.resources.find((resource) => resource.logicalId === logicalId);
  const current = stack.resources.find((resource) => resource.logicalId === logicalId);
  return { ...(before ? { before } : {}), ...(current ? { current } : {}) };
}

/** Whether the failed update touched the resource, so that it has to go back. */
export function needsRevert(stack: StackRecord, before: ResourceRecord): boolean {
  const { current } = pair(stack, before.logicalId);
  return (
    current !== undefined &&
    (current.physicalId !== before.physicalId ||
      current.status.endsWith("FAILED") ||
      canonical([current.properties, current.metadata, current.tags]) !==
        canonical([before.properties, before.metadata, before.tags]))
  );
}

export function startRevert(stack: StackRecord, step: Step, context: Context): void {
  const { before, current } = pair(stack, step.logicalId);
  if (!before || !current) {
    step.state = "done";
    return;
  }
  recordResource(stack, current, "UPDATE_IN_PROGRESS", context);
  step.state = "running";
  step.due = context.now() + scale(duration(before.type, "update") / 2, context);
}

/** The end of going back: the resource is what it was, and a replacement waits for the clean-up. */
export function progressRevert(stack: StackRecord, step: Step, context: Context): void {
  const { before, current } = pair(stack, step.logicalId);
  delete step.due;
  step.state = "done";
  if (!before || !current) {
    return;
  }
  // A failed change has not put its metadata in place, so they are read from the template that failed.
  const failedTemplate = deploymentOf(stack.goal, stack, context).resources.get(step.logicalId);
  const refusal = injectedFailures(failedTemplate?.metadata ?? null).FailRollback;
  const isRetry = stack.operation?.type === "CONTINUE_ROLLBACK";
  if (refusal !== undefined && !isRetry) {
    step.state = "failed";
    recordResource(stack, current, "UPDATE_FAILED", context, refusal);
    return;
  }
  restore(stack, before, current);
  const restored = pair(stack, step.logicalId).current ?? before;
  recordResource(stack, restored, "UPDATE_COMPLETE", context);
}

/** Puts the record of before back in place. */
export function restore(stack: StackRecord, before: ResourceRecord, current: ResourceRecord): void {
  stack.resources = stack.resources.map((resource) => (resource === current ? { ...before } : resource));
  if (current.physicalId !== before.physicalId) {
    stack.obsolete = stack.obsolete.filter(({ resource }) => resource.physicalId !== before.physicalId);
    if (current.physicalId !== "") {
      stack.obsolete.push({ resource: { ...current }, policy: "Delete" });
    }
  }
}
