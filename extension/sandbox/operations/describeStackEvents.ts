import type { EventRecord, StackRecord } from "../state/records";
import type { Output } from "../wire/encodeXml";
import { findStack } from "./find";
import type { Call, Operation } from "./operation";
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

/** A page as a fault has it: each event twice, or its events the other way round. */
export function disturbEvents<T>({ service }: Call, action: string, items: readonly T[]): readonly T[] {
  const order = service.faults.strike(action, ["reordered"]) ? [...items].reverse() : items;
  return service.faults.strike(action, ["duplicated"]) ? order.flatMap((item) => [item, item]) : order;
}

export const describeStackEvents: Operation = (call) => {
  const stack = findStack(call);
  const newestFirst = [...stack.events].reverse();
  const { items, nextToken } = page(call, newestFirst, `${stack.id} events`, 100, true);
  return {
    StackEvents: disturbEvents(call, "DescribeStackEvents", items).map((event) => ({
      ...showEvent(stack, event),
      StackName: stack.name,
    })),
    NextToken: nextToken,
  };
};
