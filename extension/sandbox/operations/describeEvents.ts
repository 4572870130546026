import type { ChangeSetRecord, EventRecord, StackRecord } from "../state/records";
import { CloudError, validationError } from "../wire/cloudError";
import type { Output } from "../wire/encodeXml";
import { disturbEvents, showEvent } from "./describeStackEvents";
import { findChangeSet, findStack } from "./find";
import type { Call, Operation } from "./operation";
import { page } from "./page";

interface Entry {
  readonly at: number;
  readonly failed: boolean;
  readonly operationId: string | undefined;
  readonly output: Output;
}

const STACK = "AWS::CloudFormation::Stack";

function operationStatus(status: string): string {
  if (status.endsWith("_IN_PROGRESS")) {
    return "IN_PROGRESS";
  }
  return status.endsWith("_FAILED") || status.includes("ROLLBACK") ? "FAILED" : "SUCCEEDED";
}

function eventType({ type, status }: EventRecord): string {
  if (type === STACK) {
    return "STACK_EVENT";
  }
  return status.endsWith("_FAILED") ? "PROVISIONING_ERROR" : "PROGRESS_EVENT";
}

function fromEvent(stack: StackRecord, event: EventRecord): Entry {
  return {
    at: event.at,
    failed: event.status.endsWith("_FAILED"),
    operationId: event.operationId,
    output: {
      ...showEvent(stack, event),
      OperationType: event.operationType,
      OperationStatus: event.type === STACK && event.operationId ? operationStatus(event.status) : undefined,
      EventType: eventType(event),
      StartTime: new Date(event.at),
    },
  };
}

/** The findings of the early validation, which are told nowhere else. */
function fromChangeSet(stack: StackRecord, changeSet: ChangeSetRecord): readonly Entry[] {
  return changeSet.findings.map((finding, index) => ({
    at: changeSet.createdAt,
    failed: true,
    operationId: changeSet.operationId,
    output: {
      EventId: `${changeSet.operationId}-${index}`,
      StackId: stack.id,
      OperationId: changeSet.operationId,
      OperationType: "CREATE_CHANGESET",
      EventType: "VALIDATION_ERROR",
      LogicalResourceId: finding.logicalId,
      ResourceType: finding.type,
      Timestamp: new Date(changeSet.createdAt),
      ValidationFailureMode: "FAIL",
      ValidationName: "PROPERTY_VALIDATION",
      ValidationStatus: "FAILED",
      ValidationStatusReason: finding.message,
      ValidationPath: finding.path,
    },
  }));
}

function all(stack: StackRecord): readonly Entry[] {
  const entries = [
    ...stack.events.map((event) => fromEvent(stack, event)),
    ...stack.changeSets.flatMap((changeSet) => fromChangeSet(stack, changeSet)),
  ];
  return entries.sort((a, b) => a.at - b.at).reverse();
}

function ofOperation({ service, region }: Call, operationId: string): readonly Entry[] {
  const entries = service.store.inRegion(region).flatMap((stack) => all(stack));
  const found = entries.filter((entry) => entry.operationId === operationId);
  if (found.length === 0) {
    throw new CloudError("OperationNotFoundException", `Operation [${operationId}] does not exist`, 404);
  }
  return found;
}

function select(call: Call): { readonly entries: readonly Entry[]; readonly subject: string } {
  const { input } = call;
  const operationId = input.text("OperationId");
  if (operationId) {
    return { entries: ofOperation(call, operationId), subject: operationId };
  }
  if (input.text("ChangeSetName")) {
    const { stack, changeSet } = findChangeSet(call);
    return { entries: [...fromChangeSet(stack, changeSet)].reverse(), subject: changeSet.id };
  }
  if (input.text("StackName")) {
    const stack = findStack(call);
    return { entries: all(stack), subject: `${stack.id} operation events` };
  }
  throw validationError("At least one of StackName, ChangeSetName or OperationId must be specified.");
}

export const describeEvents: Operation = (call) => {
  const { entries, subject } = select(call);
  const onlyFailed = call.input.nested("Filters")?.flag("FailedEvents") ?? false;
  const wanted = onlyFailed ? entries.filter(({ failed }) => failed) : entries;
  const { items, nextToken } = page(call, wanted, `${subject} ${onlyFailed}`, 100, true);
  const shown = disturbEvents(call, "DescribeEvents", items);
  return { OperationEvents: shown.map(({ output }) => output), NextToken: nextToken };
};
