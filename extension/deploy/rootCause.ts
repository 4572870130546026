import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import { explainReason, type FailedResource } from "./explainReason";
import type { Failure } from "./types";

/** Leads a resource, by its logical id, back to the manifest. */
export type OriginOf = (logicalId: string) => Pick<FailedResource, "component" | "path">;

/** How CloudFormation words that a resource only stopped because another one had failed. */
const cancelled = /cancelled|canceled/i;

/** The oldest failure that is not just the consequence of another; undefined when no resource failed by itself. */
export function causeIn(events: readonly StackEvent[]): StackEvent | undefined {
  const ofResources = events.filter((event) => isFailure(event) && !isOwnStack(event));
  return ofResources.find((event) => !cancelled.test(event.ResourceStatusReason ?? ""));
}

/** Why a deployment failed. `events` are those of the operation, oldest first. */
export function rootCause(events: readonly StackEvent[], originOf: OriginOf): Failure {
  const cause = causeIn(events);
  if (cause) return explainReason(cause.ResourceStatusReason ?? "", { resource: failedResource(cause, originOf) });
  const ofStack = events.find((event) => isOwnStack(event) && isFailure(event) && event.ResourceStatusReason);
  const reason = ofStack?.ResourceStatusReason ?? "";
  if (/cancelled by user|User Initiated/i.test(reason)) {
    return {
      code: "deployment-cancelled",
      message: t`The deployment was cancelled by somebody.`,
      fix: t`Deploy again when you want it carried out.`,
      raw: reason,
    };
  }
  return {
    code: "deployment-failed",
    message: t`The deployment failed, and no resource says why.`,
    fix: t`Look at the stack's events in the CloudFormation console.`,
    ...(reason ? { raw: reason } : {}),
  };
}

/** True for an event that a failure begins with or that says the stack is going back. */
export function isFailure(event: Pick<StackEvent, "ResourceStatus">): boolean {
  const status: string = event.ResourceStatus ?? "";
  return status.endsWith("_FAILED") || status === "ROLLBACK_IN_PROGRESS" || status === "UPDATE_ROLLBACK_IN_PROGRESS";
}

/** True for the stack's events about itself, as told from those about its resources. */
export function isOwnStack(event: Pick<StackEvent, "PhysicalResourceId" | "StackId">): boolean {
  return event.PhysicalResourceId !== undefined && event.PhysicalResourceId === event.StackId;
}

/** What an event says failed, for a sentence about it. */
export function failedResource(event: StackEvent, originOf: OriginOf): FailedResource {
  const logicalId = event.LogicalResourceId ?? "";
  return {
    logicalId,
    resourceType: event.ResourceType ?? "",
    verb: verbOf(event.ResourceStatus ?? ""),
    ...originOf(logicalId),
  };
}

function verbOf(status: string): FailedResource["verb"] {
  if (status.startsWith("DELETE")) return "deleted";
  return status.startsWith("UPDATE") ? "updated" : "created";
}
