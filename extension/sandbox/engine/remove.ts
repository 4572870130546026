import { duration } from "../simulate/durations";
import { isMap, type Json } from "../state/json";
import type { Obsolete, Policy, ResourceRecord, StackRecord, Step } from "../state/records";
import { type Context, scale } from "./context";
import { injectedFailures } from "./injected";
import { recordResource } from "./record";

export function isGone(resource: ResourceRecord): boolean {
  return resource.status === "DELETE_COMPLETE" || resource.status === "DELETE_SKIPPED";
}

function target(stack: StackRecord, step: Step): Obsolete | undefined {
  const { logicalId, physicalId } = step;
  const obsolete = stack.obsolete.find(
    ({ resource }) => resource.logicalId === logicalId && resource.physicalId === physicalId,
  );
  const live = stack.resources.find((resource) => resource.logicalId === logicalId);
  return obsolete ?? (live && { resource: live, policy: live.deletionPolicy });
}

function forget(stack: StackRecord, removed: Obsolete): void {
  stack.obsolete = stack.obsolete.filter((obsolete) => obsolete !== removed);
}

/** What goes now was made by the deployment that failed, and holds nothing yet. */
function isUndoing({ operation }: StackRecord): boolean {
  return operation?.phase === "rollback" || operation?.phase === "revert-clean";
}

/** `RetainExceptOnCreate` keeps everything but what a failed first deployment made. */
function effective(policy: Policy, stack: StackRecord): Policy {
  const exceptOnCreate =
    policy === "RetainExceptOnCreate" || (policy === "Retain" && stack.operation?.retainExceptOnCreate);
  if (exceptOnCreate && isUndoing(stack)) {
    return "Delete";
  }
  return policy === "RetainExceptOnCreate" ? "Retain" : policy;
}

function attributeOf(list: Json | undefined, key: string): Json | undefined {
  const attributes = Array.isArray(list) ? (list as readonly Json[]) : [];
  return attributes.filter(isMap).find((attribute) => attribute["Key"] === key)?.["Value"];
}

/** The service's own refusal to delete what its owner protected. */
function protection({ type, physicalId, properties }: ResourceRecord): string | undefined {
  const isOn = (value: Json | undefined) => String(value ?? false).toLowerCase() === "true";
  const handler = (text: string) => `Resource handler returned message: "${text}" (HandlerErrorCode: InvalidRequest)`;
  if (type === "AWS::RDS::DBInstance" && isOn(properties["DeletionProtection"])) {
    return handler(
      "Cannot delete protected DB Instance, please disable deletion protection and try again. (Service: Rds, Status Code: 400)",
    );
  }
  if (type === "AWS::RDS::DBCluster" && isOn(properties["DeletionProtection"])) {
    return handler(
      "Cannot delete protected Cluster, please disable deletion protection and try again. (Service: Rds, Status Code: 400)",
    );
  }
  const attributes = properties["LoadBalancerAttributes"];
  if (
    type === "AWS::ElasticLoadBalancingV2::LoadBalancer" &&
    isOn(attributeOf(attributes, "deletion_protection.enabled"))
  ) {
    return handler(
      `Load balancer '${physicalId}' cannot be deleted because deletion protection is enabled (Service: ElasticLoadBalancingV2, Status Code: 400)`,
    );
  }
  return undefined;
}

function done(stack: StackRecord, step: Step, removed: Obsolete): void {
  step.state = "done";
  delete step.due;
  forget(stack, removed);
}

/** Starts to delete a physical resource; done at once when a policy or the caller keeps it. */
export function startRemove(stack: StackRecord, step: Step, context: Context): void {
  const removed = target(stack, step);
  if (!removed) {
    step.state = "done";
    return;
  }
  const { resource, policy } = removed;
  const isRetained = stack.operation?.retain.includes(step.logicalId) === true || effective(policy, stack) === "Retain";
  if (resource.physicalId === "") {
    recordResource(stack, resource, "DELETE_COMPLETE", context);
    done(stack, step, removed);
  } else if (isRetained) {
    const { logicalId, type, physicalId } = resource;
    recordResource(stack, resource, "DELETE_SKIPPED", context);
    stack.kept.push({ logicalId, type, physicalId, how: "retained", at: stack.clock });
    done(stack, step, removed);
  } else {
    recordResource(stack, resource, "DELETE_IN_PROGRESS", context);
    step.state = "running";
    step.due = context.now() + scale(duration(resource.type, "delete"), context);
  }
}

/** The end of a deletion. */
export function progressRemove(stack: StackRecord, step: Step, context: Context): void {
  const removed = target(stack, step);
  if (!removed) {
    step.state = "done";
    return;
  }
  const { resource, policy } = removed;
  const refusal = injectedFailures(resource.metadata).FailDelete ?? protection(resource);
  if (refusal !== undefined) {
    step.state = "failed";
    delete step.due;
    recordResource(stack, resource, "DELETE_FAILED", context, refusal);
    return;
  }
  if (effective(policy, stack) === "Snapshot" && !isUndoing(stack)) {
    const { logicalId, type } = resource;
    const name = `${stack.name}-snapshot-${logicalId}-${context.uuid().slice(0, 12)}`.toLowerCase();
    stack.kept.push({ logicalId, type, physicalId: name, how: "snapshot", at: context.now() });
  }
  recordResource(stack, resource, "DELETE_COMPLETE", context);
  done(stack, step, removed);
}
