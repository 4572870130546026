import type { EventRecord, StackRecord } from "../state/records";
import type { Output } from "../wire/encodeXml";
import { findStack } from "./find";
import type { Operation } from "./operation";
import { page } from "./page";

export function showEvent(stack: StackRecord, event: EventRecord): { readonly [name: string]: Output } {
  return {
    StackId: stack.id,
    EventId: event.id,
    OperationId: event.operationId,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: new Date(event.at),
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ResourceProperties: event.properties,
    ClientRequestToken: event.token,
  };
}

export const describeStackEvents: Operation = (call) => {
  const stack = findStack(call);
  const newestFirst = [...stack.events].reverse();
  const { items, nextToken } = page(call, newestFirst, `${stack.id} events`, 100, true);
  return {
    StackEvents: items.map((event) => ({ ...showEvent(stack, event), StackName: stack.name })),
    NextToken: nextToken,
  };
};
