import type { ChangeRecord, DetailRecord, Goal } from "../state/records";
import type { Output } from "../wire/encodeXml";
import { statusOf } from "./changeSetStatus";
import { findChangeSet } from "./find";
import type { Operation } from "./operation";
import { page } from "./page";

export function showParameters(goal: Goal): Output {
  return goal.parameters.map(({ key, value, noEcho }) => ({
    ParameterKey: key,
    ParameterValue: noEcho ? "****" : value,
  }));
}

function showDetail(detail: DetailRecord, withValues: boolean): Output {
  return {
    Target: {
      Attribute: detail.attribute,
      Name: detail.name,
      RequiresRecreation:
        detail.attribute === "Properties" || detail.attribute === "Tags" ? detail.recreation : undefined,
      ...(withValues
        ? {
            Path: detail.path,
            BeforeValue: detail.before,
            AfterValue: detail.after,
            AttributeChangeType: detail.changeType,
          }
        : {}),
    },
    Evaluation: detail.evaluation,
    ChangeSource: detail.source,
    CausingEntity: detail.cause,
  };
}

/** Without values CloudFormation says of each property only once that it changes, and by what. */
function withoutValues(details: readonly DetailRecord[]): readonly DetailRecord[] {
  const seen = new Map(
    details.map((detail) => [[detail.attribute, detail.name, detail.source, detail.cause].join("\n"), detail]),
  );
  return [...seen.values()];
}

function showChange(change: ChangeRecord, withValues: boolean): Output {
  const details = withValues ? change.details : withoutValues(change.details);
  return {
    Type: "Resource",
    ResourceChange: {
      PolicyAction: change.policyAction,
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      Replacement: change.replacement,
      Scope: change.scope,
      Details: details.map((detail) => showDetail(detail, withValues)),
      ...(withValues ? { BeforeContext: change.before, AfterContext: change.after } : {}),
    },
  };
}

export const describeChangeSet: Operation = (call) => {
  const { stack, changeSet } = findChangeSet(call);
  const { status, execution } = statusOf(stack, changeSet, call.service.now());
  const changes = status === "CREATE_COMPLETE" ? changeSet.changes : [];
  const withValues = call.input.flag("IncludePropertyValues") ?? false;
  const { items, nextToken } = page(call, changes, changeSet.id);
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: stack.id,
    StackName: stack.name,
    Description: changeSet.description,
    Parameters: showParameters(changeSet.goal),
    CreationTime: new Date(changeSet.createdAt),
    ExecutionStatus: execution,
    Status: status,
    StatusReason: status === "FAILED" ? changeSet.failure : undefined,
    NotificationARNs: changeSet.notificationArns,
    RollbackConfiguration: {},
    Capabilities: changeSet.goal.capabilities,
    Tags: changeSet.goal.tags.map(({ Key, Value }) => ({ Key, Value })),
    Changes: items.map((change) => showChange(change, withValues)),
    NextToken: nextToken,
    IncludeNestedStacks: changeSet.includeNested,
    OnStackFailure: changeSet.onStackFailure,
  };
};
