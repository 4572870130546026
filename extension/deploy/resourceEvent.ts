import type { StackEvent } from "@aws-sdk/client-cloudformation";
import type { ResourceEvent, ResourcePhase } from "./messages";
import { redact } from "./redact";
import { kindOf } from "./resourceKinds";
import type { OriginOf } from "./rootCause";

/** A stack's event about one of its resources, as the host is told. `goingBack`: the stack is being rolled back. */
export function resourceEvent(event: StackEvent, originOf: OriginOf, goingBack: boolean): ResourceEvent {
  const logicalId = event.LogicalResourceId ?? "";
  const status: string = event.ResourceStatus ?? "";
  const { component } = originOf(logicalId);
  const reason = event.ResourceStatusReason;
  return {
    eventId: event.EventId ?? "",
    logicalId,
    ...(event.PhysicalResourceId ? { physicalId: event.PhysicalResourceId } : {}),
    resourceType: event.ResourceType ?? "",
    label: kindOf(event.ResourceType ?? "").label,
    ...(component === undefined ? {} : { component }),
    status,
    phase: phaseOf(status, goingBack),
    ...(reason ? { reason: redact(reason) } : {}),
  };
}

export function phaseOf(status: string, goingBack: boolean): ResourcePhase {
  if (status.endsWith("_FAILED")) return "failed";
  if (status.endsWith("_IN_PROGRESS")) return "working";
  if (status === "DELETE_SKIPPED") return "kept";
  if (goingBack) return "undone";
  return status === "DELETE_COMPLETE" ? "removed" : "done";
}
