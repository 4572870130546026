import { statusOf } from "./changeSetStatus";
import { findStack } from "./find";
import type { Operation } from "./operation";
import { page } from "./page";

export const listChangeSets: Operation = (call) => {
  const stack = findStack(call);
  const { items, nextToken } = page(call, stack.changeSets, `${stack.id} change sets`);
  return {
    Summaries: items.map((changeSet) => {
      const { status, execution } = statusOf(stack, changeSet, call.service.now());
      return {
        StackId: stack.id,
        StackName: stack.name,
        ChangeSetId: changeSet.id,
        ChangeSetName: changeSet.name,
        ExecutionStatus: execution,
        Status: status,
        StatusReason: status === "FAILED" ? changeSet.failure : undefined,
        CreationTime: new Date(changeSet.createdAt),
        Description: changeSet.description,
        IncludeNestedStacks: changeSet.includeNested,
      };
    }),
    NextToken: nextToken,
  };
};
