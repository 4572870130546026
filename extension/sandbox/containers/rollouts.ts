import { createHash } from "node:crypto";
import { scale } from "../engine/context";
import { injectedFailures } from "../engine/injected";
import type { Service } from "../service";
import { type Made, textOf } from "../services/resources";
import { isMap, type JsonMap } from "../state/json";
import type { EventRecord } from "../state/records";

/** How a service is brought to a task definition. Times are milliseconds since 1970. */
export interface Rollout {
  /** As ECS calls it: `ecs-svc/1234567890123456789`. */
  readonly id: string;
  readonly taskDefinition: string;
  readonly at: number;
  /** When its tasks run. */
  readonly ready: number;
  /** Its tasks end with this message, again and again. */
  readonly crash?: string;
  /** When it was given up. */
  readonly failedAt?: number;
}

/** Milliseconds at the pace of a demonstration: until a task runs, and until one that is not needed has stopped. */
export const BOOT = 3_000;
export const DRAIN = 2_000;

interface Change {
  readonly taskDefinition: string;
  readonly at: number;
  failed?: { readonly at: number; readonly reason: string };
}

/** All rollouts of a service, oldest first: those of its stack, read from its events, and those that were asked for. */
export function rolloutsOf(made: Made, restarted: readonly number[], service: Service): readonly Rollout[] {
  const changes = changesOf(made);
  const { logicalId, physicalId: arn } = made.resource;
  const injected = injectedFailures(upcoming(made)).Fail;
  const isMoving = made.resource.status.endsWith("_IN_PROGRESS");
  const boot = scale(BOOT, service);
  const fromStack = changes.map(({ taskDefinition, at, failed }, index): Rollout => {
    const isNow = isMoving && index === changes.length - 1;
    const crash = failed && !/cancelled$/.test(failed.reason) ? failed.reason : isNow ? injected : undefined;
    return {
      id: idOf(`${arn} ${logicalId} ${taskDefinition} ${at}`),
      taskDefinition,
      at,
      ready: at + boot,
      ...(crash === undefined ? {} : { crash }),
      ...(failed ? { failedAt: failed.at } : {}),
    };
  });
  const asked = restarted.flatMap((at): Rollout[] => {
    const before = fromStack.findLast((rollout) => rollout.at <= at && rollout.failedAt === undefined);
    return before ? [{ id: idOf(`${arn} ${at}`), taskDefinition: before.taskDefinition, at, ready: at + boot }] : [];
  });
  return [...fromStack, ...asked].sort((a, b) => a.at - b.at);
}

/** When a stack last changed the service: what was asked for before does not count any more. */
export function changedAt({ stack, resource }: Made): number {
  const last = stack.events.findLast((event) => event.logicalId === resource.logicalId && isBeginning(event));
  return last?.at ?? stack.createdAt;
}

const isBeginning = ({ status, properties }: EventRecord): boolean =>
  /^(CREATE|UPDATE)_IN_PROGRESS$/.test(status) && properties !== undefined;

/** What each event says the task definition became. A failed change gives way to the one before it. */
function changesOf({ stack, resource }: Made): readonly Change[] {
  const changes: Change[] = [];
  const standing = () => changes.findLast(({ failed }) => !failed);
  for (const event of stack.events.filter(({ logicalId }) => logicalId === resource.logicalId)) {
    const last = changes.at(-1);
    if (isBeginning(event)) {
      const taskDefinition = textOf(read(event.properties)["TaskDefinition"]);
      if (taskDefinition !== undefined && taskDefinition !== standing()?.taskDefinition) {
        changes.push({ taskDefinition, at: event.at });
      }
    } else if (/^(CREATE|UPDATE)_FAILED$/.test(event.status) && last && !last.failed) {
      last.failed = { at: event.at, reason: event.reason ?? "" };
    }
  }
  // Going back says nothing about properties in its events.
  const present = textOf(resource.properties["TaskDefinition"]);
  const isMoving = resource.status.endsWith("_IN_PROGRESS");
  const isFirst = changes.every(({ failed }) => failed);
  if (!isMoving && !isFirst && present !== undefined && present !== standing()?.taskDefinition) {
    changes.push({ taskDefinition: present, at: resource.updatedAt });
  }
  return changes;
}

function upcoming({ stack, resource }: Made) {
  const step = stack.operation?.steps.find(({ logicalId, next }) => logicalId === resource.logicalId && next);
  return step?.next?.metadata ?? resource.metadata;
}

function read(properties: string | undefined): JsonMap {
  try {
    const value: unknown = JSON.parse(properties ?? "{}");
    return isMap(value) ? value : {};
  } catch {
    return {};
  }
}

function idOf(seed: string): string {
  const number = BigInt(`0x${createHash("sha256").update(seed).digest("hex").slice(0, 15)}`);
  return `ecs-svc/${String(number).padStart(19, "1")}`;
}
