import type { StackRecord } from "../state/records";
import type { Output } from "../wire/encodeXml";
import { showParameters } from "./describeChangeSet";
import { showStackDrift } from "./detectDrift";
import { findStack } from "./find";
import type { Call, Operation } from "./operation";
import { page } from "./page";

const LAST_OPERATIONS = 5;

function instant(milliseconds: number | undefined): Date | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds);
}

function lastOperations(stack: StackRecord): Output {
  return stack.lastOperations
    .slice(0, LAST_OPERATIONS)
    .map(({ type, id }) => ({ OperationType: type, OperationId: id }));
}

function showStack(stack: StackRecord, now: number): Output {
  return {
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: stack.changeSetId,
    Description: stack.description,
    Parameters: showParameters(stack.goal),
    CreationTime: new Date(stack.createdAt),
    DeletionTime: instant(stack.deletedAt),
    LastUpdatedTime: instant(stack.updatedAt),
    RollbackConfiguration: {},
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
    DisableRollback: stack.disableRollback,
    NotificationARNs: stack.notificationArns,
    Capabilities: stack.goal.capabilities,
    Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
      OutputKey: key,
      OutputValue: value,
      Description: description,
      ExportName: exportName,
    })),
    RoleARN: stack.roleArn,
    Tags: stack.goal.tags.map(({ Key, Value }) => ({ Key, Value })),
    EnableTerminationProtection: stack.terminationProtection,
    DriftInformation: showStackDrift(stack, now),
    LastOperations: lastOperations(stack),
  };
}

/** Newest first, as CloudFormation lists them. */
function newestFirst({ service, region }: Call): readonly StackRecord[] {
  return [...service.store.inRegion(region)].sort((a, b) => b.createdAt - a.createdAt);
}

export const describeStacks: Operation = (call) => {
  const now = call.service.now();
  if (call.input.text("StackName")) {
    return { Stacks: [showStack(findStack(call), now)] };
  }
  const live = newestFirst(call).filter(({ status }) => status !== "DELETE_COMPLETE");
  const { items, nextToken } = page(call, live, "stacks");
  return { Stacks: items.map((stack) => showStack(stack, now)), NextToken: nextToken };
};

export const listStacks: Operation = (call) => {
  const filter = call.input.texts("StackStatusFilter") ?? [];
  const stacks = newestFirst(call).filter(({ status }) => filter.length === 0 || filter.includes(status));
  const { items, nextToken } = page(call, stacks, `stack summaries ${filter.join()}`);
  return {
    StackSummaries: items.map((stack) => ({
      StackId: stack.id,
      StackName: stack.name,
      TemplateDescription: stack.description,
      CreationTime: new Date(stack.createdAt),
      LastUpdatedTime: instant(stack.updatedAt),
      DeletionTime: instant(stack.deletedAt),
      StackStatus: stack.status,
      StackStatusReason: stack.statusReason,
      DriftInformation: showStackDrift(stack, call.service.now()),
      LastOperations: lastOperations(stack),
    })),
    NextToken: nextToken,
  };
};

export const listExports: Operation = (call) => {
  const live = newestFirst(call).filter(({ status }) => status !== "DELETE_COMPLETE");
  const exports = live.flatMap((stack) =>
    stack.outputs.flatMap(({ exportName, value }) =>
      exportName === undefined ? [] : [{ ExportingStackId: stack.id, Name: exportName, Value: value }],
    ),
  );
  const { items, nextToken } = page(call, exports, "exports");
  return { Exports: items, NextToken: nextToken };
};
