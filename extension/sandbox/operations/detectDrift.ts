import { scale } from "../engine/context";
import { findDrift } from "../engine/drift";
import type { DriftRecord, ResourceDrift, StackRecord } from "../state/records";
import { missing, validationError } from "../wire/cloudError";
import type { Output } from "../wire/encodeXml";
import { findLiveStack } from "./find";
import type { Call, Operation } from "./operation";
import { page } from "./page";

/** Milliseconds for each resource, at the pace of a demonstration. */
const LOOKING = 150;

const CHECKABLE: ReadonlySet<string> = new Set([
  "CREATE_COMPLETE",
  "IMPORT_COMPLETE",
  "IMPORT_ROLLBACK_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_ROLLBACK_COMPLETE",
  "UPDATE_ROLLBACK_FAILED",
]);

function check(stack: StackRecord): void {
  if (!CHECKABLE.has(stack.status)) {
    throw validationError(`Drift detection cannot be performed on stack [${stack.id}] in status ${stack.status}.`);
  }
}

/** What a finished look has found; undefined while it goes on, or when nobody has looked. */
export function foundDrift({ drift }: StackRecord, now: number): DriftRecord | undefined {
  return drift && drift.readyAt <= now ? drift : undefined;
}

export function showStackDrift(stack: StackRecord, now: number): Output {
  const drift = foundDrift(stack, now);
  return drift
    ? { StackDriftStatus: statusOf(drift), LastCheckTimestamp: new Date(drift.at) }
    : { StackDriftStatus: "NOT_CHECKED" };
}

export function showResourceDrift(stack: StackRecord, logicalId: string, now: number): Output {
  const found = foundDrift(stack, now)?.resources.find((drift) => drift.logicalId === logicalId);
  return found
    ? { StackResourceDriftStatus: found.status, LastCheckTimestamp: new Date(found.at) }
    : { StackResourceDriftStatus: "NOT_CHECKED" };
}

function statusOf({ resources }: DriftRecord): string {
  return resources.some(({ status }) => status !== "IN_SYNC") ? "DRIFTED" : "IN_SYNC";
}

export const detectStackDrift: Operation = (call) => {
  const { service } = call;
  const stack = findLiveStack(call);
  check(stack);
  if (stack.drift && stack.drift.readyAt > service.now()) {
    throw validationError(`Drift detection is already in progress for stack [${stack.id}].`);
  }
  const at = service.now();
  const resources = findDrift(stack, at);
  stack.drift = { id: service.uuid(), at, readyAt: at + scale(LOOKING * resources.length, service), resources };
  service.changed(stack);
  return { StackDriftDetectionId: stack.drift.id };
};

export const describeStackDriftDetectionStatus: Operation = (call) => {
  const id = call.input.text("StackDriftDetectionId");
  if (!id) {
    throw missing("stackDriftDetectionId");
  }
  const stack = call.service.store.inRegion(call.region).find(({ drift }) => drift?.id === id);
  if (!stack?.drift) {
    throw validationError(`Drift detection [${id}] does not exist`);
  }
  const found = foundDrift(stack, call.service.now());
  return {
    StackId: stack.id,
    StackDriftDetectionId: id,
    Timestamp: new Date(stack.drift.at),
    DetectionStatus: found ? "DETECTION_COMPLETE" : "DETECTION_IN_PROGRESS",
    ...(found
      ? {
          StackDriftStatus: statusOf(found),
          DriftedStackResourceCount: found.resources.filter(({ status }) => status !== "IN_SYNC").length,
        }
      : {}),
  };
};

function show(stack: StackRecord, drift: ResourceDrift): Output {
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return {
    StackId: stack.id,
    LogicalResourceId: drift.logicalId,
    PhysicalResourceId: drift.physicalId,
    ResourceType: drift.type,
    ExpectedProperties: drift.expected,
    ActualProperties: drift.actual,
    PropertyDifferences: drift.differences.map(({ path, kind, expected, actual }) => ({
      PropertyPath: path,
      ExpectedValue: text(expected ?? null),
      ActualValue: text(actual ?? null),
      DifferenceType: kind,
    })),
    StackResourceDriftStatus: drift.status,
    Timestamp: new Date(drift.at),
  };
}

export const describeStackResourceDrifts: Operation = (call: Call) => {
  const stack = findLiveStack(call);
  const filter = call.input.texts("StackResourceDriftStatusFilters") ?? [];
  const found = foundDrift(stack, call.service.now())?.resources ?? [];
  const wanted = found.filter(({ status }) => filter.length === 0 || filter.includes(status));
  const { items, nextToken } = page(call, wanted, `${stack.id} drift ${filter.join()}`);
  return { StackResourceDrifts: items.map((drift) => show(stack, drift)), NextToken: nextToken };
};

export const detectStackResourceDrift: Operation = (call) => {
  const stack = findLiveStack(call);
  check(stack);
  const logicalId = call.input.text("LogicalResourceId") ?? "";
  const found = findDrift(stack, call.service.now()).find((drift) => drift.logicalId === logicalId);
  if (!found) {
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
  }
  return { StackResourceDrift: show(stack, found) };
};
