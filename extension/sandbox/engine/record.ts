import type { ResourceRecord, StackRecord } from "../state/records";
import { type Context, tick } from "./context";

const STACK = "AWS::CloudFormation::Stack";

interface Happening {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string | undefined;
  readonly properties?: string | undefined;
}

function push(stack: StackRecord, happening: Happening, context: Context): number {
  const at = tick(stack, context);
  const { logicalId, physicalId, type, status, reason, properties } = happening;
  const operation = stack.operation;
  const id = type === STACK ? context.uuid() : `${logicalId}-${status}-${new Date(at).toISOString()}`;
  stack.events.push({
    id,
    at,
    logicalId,
    physicalId,
    type,
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(properties === undefined ? {} : { properties }),
    ...(operation ? { operationId: operation.id, operationType: operation.type } : {}),
    ...(operation?.token === undefined ? {} : { token: operation.token }),
  });
  return at;
}

/** Gives the stack a status, and says so in its events. */
export function recordStack(stack: StackRecord, status: string, context: Context, reason?: string): void {
  stack.status = status;
  if (reason === undefined) {
    delete stack.statusReason;
  } else {
    stack.statusReason = reason;
  }
  push(stack, { logicalId: stack.name, physicalId: stack.id, type: STACK, status, reason }, context);
}

/** Gives a resource a status, and says so in the stack's events. `properties` is their masked JSON. */
export function recordResource(
  stack: StackRecord,
  resource: ResourceRecord,
  status: string,
  context: Context,
  reason?: string,
  properties?: string,
): void {
  const { logicalId, physicalId, type } = resource;
  resource.updatedAt = push(stack, { logicalId, physicalId, type, status, reason, properties }, context);
  resource.status = status;
  if (reason === undefined) {
    delete resource.statusReason;
  } else {
    resource.statusReason = reason;
  }
}
