import { paginateListStackResources } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "../cloud";
import { findStack } from "../findStack";
import { actionsFor, type RecoverAction } from "./actions";

export interface Recoverable {
  /** Undefined: there is no stack. */
  readonly stackId: string | undefined;
  readonly status: string | undefined;
  readonly actions: readonly RecoverAction[];
  /** The resources, by logical id, that a rollback or a deletion got stuck at. */
  readonly stuck: readonly string[];
}

/** What a stack's status allows now; nothing is changed. */
export async function recoverable(cloud: Cloud, stackName: string): Promise<Recoverable> {
  const stack = await findStack(cloud, stackName);
  const status: string | undefined = stack?.StackStatus;
  const actions = actionsFor(status);
  const isStuck = actions.includes("continue") || actions.includes("retain");
  return { stackId: stack?.StackId, status, actions, stuck: isStuck ? await stuckIn(cloud, stackName) : [] };
}

async function stuckIn(cloud: Cloud, stackName: string): Promise<readonly string[]> {
  const found: string[] = [];
  const pages = paginateListStackResources({ client: cloud.cloudFormation }, { StackName: stackName });
  for await (const { StackResourceSummaries = [] } of pages) {
    const failed = StackResourceSummaries.filter(({ ResourceStatus = "" }) => ResourceStatus.endsWith("_FAILED"));
    found.push(...failed.flatMap(({ LogicalResourceId }) => LogicalResourceId ?? []));
  }
  return found;
}
