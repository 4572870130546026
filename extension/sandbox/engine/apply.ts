import { compareResource, replacementOf } from "../changeSet/compare";
import { mask } from "../changeSet/mask";
import { duration, failingDuration } from "../simulate/durations";
import { identify } from "../simulate/identify";
import type { ResourceRecord, StackRecord, Step } from "../state/records";
import { type Context, deploymentOf, scale } from "./context";
import { desire, type EvaluatedResource } from "./desire";
import { injectedFailures } from "./injected";
import { recordResource } from "./record";
import { denial } from "./stackPolicy";

/** The part of a creation that passes before the physical id is known. */
const BEFORE_INITIATED = 0.2;

function find(stack: StackRecord, logicalId: string): ResourceRecord | undefined {
  return stack.resources.find((resource) => resource.logicalId === logicalId);
}

function toRecord(logicalId: string, wanted: EvaluatedResource, from: ResourceRecord | undefined): ResourceRecord {
  const { type, properties, metadata, deletionPolicy, updateReplacePolicy, dependsOn, tags } = wanted;
  return {
    logicalId,
    type,
    physicalId: from?.physicalId ?? "",
    status: from?.status ?? "CREATE_IN_PROGRESS",
    updatedAt: 0,
    properties,
    attributes: from?.attributes ?? {},
    metadata,
    deletionPolicy,
    updateReplacePolicy,
    dependsOn,
    tags,
  };
}

function put(stack: StackRecord, resource: ResourceRecord): void {
  const at = stack.resources.findIndex(({ logicalId }) => logicalId === resource.logicalId);
  if (at < 0) {
    stack.resources.push(resource);
  } else {
    stack.resources[at] = resource;
  }
}

function shownProperties(stack: StackRecord, resource: ResourceRecord): string {
  return mask(JSON.stringify(resource.properties), stack.operation?.goal ?? stack.goal);
}

function failed(step: Step): void {
  step.state = "failed";
  delete step.due;
}

function wait(step: Step, { type, metadata }: ResourceRecord, context: Context, part = 1): void {
  step.state = "running";
  const change = step.change === "import" ? "update" : (step.change ?? "update");
  const fails = injectedFailures(metadata).Fail !== undefined;
  step.due = context.now() + scale((fails ? failingDuration : duration)(type, change) * part, context);
}

/** Starts to bring one resource to what the template wants; done at once when it is that already. */
export function startApply(stack: StackRecord, step: Step, context: Context): void {
  const present = find(stack, step.logicalId);
  const current = present?.physicalId ? present : undefined;
  let wanted: EvaluatedResource;
  try {
    wanted = desire(stack, step.logicalId, context);
  } catch (error) {
    refuse(stack, step, present, error, context);
    return;
  }
  const next = toRecord(step.logicalId, wanted, current);
  if (!current && stack.operation?.imports?.[step.logicalId] !== undefined) {
    step.change = "import";
    put(stack, next);
    recordResource(stack, next, "IMPORT_IN_PROGRESS", context, undefined, shownProperties(stack, next));
    wait(step, next, context);
    return;
  }
  if (!current) {
    step.change = "create";
    put(stack, next);
    recordResource(stack, next, "CREATE_IN_PROGRESS", context, undefined, shownProperties(stack, next));
    wait(step, next, context, BEFORE_INITIATED);
    return;
  }
  const differences = compareResource(current, wanted, context.specification);
  const isFresh = !current.status.endsWith("FAILED");
  const onlyPolicies = differences.every(({ attribute }) => attribute.endsWith("Policy"));
  if (onlyPolicies && isFresh) {
    Object.assign(current, { ...next, status: current.status, updatedAt: current.updatedAt });
    step.state = "done";
    return;
  }
  const replaces = replacementOf(differences) === "True";
  const reason = denial(stack, current, replaces ? "Update:Replace" : "Update:Modify");
  if (reason !== undefined) {
    failed(step);
    recordResource(stack, current, "UPDATE_FAILED", context, reason);
    return;
  }
  step.next = next;
  if (replaces) {
    step.change = "replace";
    const reason = "Requested update requires the creation of a new physical resource; hence creating one.";
    recordResource(stack, current, "UPDATE_IN_PROGRESS", context, reason, shownProperties(stack, next));
    wait(step, next, context, BEFORE_INITIATED);
  } else {
    step.change = "update";
    recordResource(stack, current, "UPDATE_IN_PROGRESS", context, undefined, shownProperties(stack, next));
    wait(step, next, context);
  }
}

/** The resource cannot even be started: a function failed, or its properties do not fit its type. */
function refuse(
  stack: StackRecord,
  step: Step,
  present: ResourceRecord | undefined,
  error: unknown,
  context: Context,
): void {
  const goal = stack.operation?.goal ?? stack.goal;
  const definition = deploymentOf(goal, stack, context).resources.get(step.logicalId);
  failed(step);
  const resource =
    present ?? (definition && toRecord(step.logicalId, { ...definition, dependsOn: [], tags: goal.tags }, undefined));
  if (resource) {
    put(stack, resource);
    const status = resource.physicalId ? "UPDATE_FAILED" : "CREATE_FAILED";
    recordResource(stack, resource, status, context, error instanceof Error ? error.message : String(error));
  }
}

function identityOf(stack: StackRecord, resource: ResourceRecord, context: Context): ReturnType<typeof identify> {
  return identify(
    {
      type: resource.type,
      logicalId: resource.logicalId,
      stackName: stack.name,
      region: stack.region,
      account: context.account,
      properties: resource.properties,
      seed: context.uuid(),
    },
    context.specification.type(resource.type),
  );
}

/** The new physical resource exists from here on; for a replacement the old one waits for the clean-up. */
function initiate(stack: StackRecord, step: Step, current: ResourceRecord, context: Context): void {
  const resource = step.next ?? current;
  const { physicalId, attributes } = identityOf(stack, resource, context);
  if (step.change === "replace") {
    stack.obsolete.push({ resource: { ...current }, policy: resource.updateReplacePolicy });
  }
  const made = { ...resource, physicalId, attributes };
  put(stack, made);
  step.initiated = true;
  const status = step.change === "replace" ? "UPDATE_IN_PROGRESS" : "CREATE_IN_PROGRESS";
  recordResource(stack, made, status, context, "Resource creation Initiated");
  wait(step, made, context, 1 - BEFORE_INITIATED);
}

/** The next thing that happens to a resource under way: its physical id, its completion or its failure. */
export function progressApply(stack: StackRecord, step: Step, context: Context): void {
  const current = find(stack, step.logicalId);
  if (!current) {
    failed(step);
    return;
  }
  if ((step.change === "create" || step.change === "replace") && !step.initiated) {
    initiate(stack, step, current, context);
    return;
  }
  const verb = step.change === "create" ? "CREATE" : step.change === "import" ? "IMPORT" : "UPDATE";
  const message = injectedFailures((step.next ?? current).metadata).Fail;
  if (message !== undefined) {
    failed(step);
    recordResource(stack, current, `${verb}_FAILED`, context, message);
    return;
  }
  if (step.change === "import") {
    const { attributes } = identityOf(stack, current, context);
    Object.assign(current, { attributes, physicalId: stack.operation?.imports?.[step.logicalId] ?? "" });
  }
  const done = step.change === "update" && step.next ? step.next : current;
  put(stack, done);
  step.state = "done";
  delete step.due;
  recordResource(stack, done, `${verb}_COMPLETE`, context);
}

/** Stops what is under way because something else failed or a person cancelled. */
export function cancelApply(stack: StackRecord, step: Step, context: Context): void {
  const current = find(stack, step.logicalId);
  failed(step);
  if (current) {
    const what = { create: "creation", import: "import" } as const;
    const verb = { create: "CREATE", import: "IMPORT" } as const;
    const change = step.change === "create" || step.change === "import" ? step.change : undefined;
    const reason = `Resource ${change ? what[change] : "update"} cancelled`;
    recordResource(stack, current, `${change ? verb[change] : "UPDATE"}_FAILED`, context, reason);
  }
}
