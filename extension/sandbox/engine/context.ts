import type { Specification } from "../../targets/aws/specification/read";
import type { Goal, StackRecord } from "../state/records";
import { type Deployment, type Place, prepare } from "../template/prepare";

/** What the engine needs from outside. */
export interface Context {
  readonly specification: Specification;
  readonly account: string;
  /** 1: the pace of a demonstration; 0: no waiting. */
  readonly speed: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** A new random UUID. */
  uuid(): string;
}

/** The time for the next thing that happens to a stack; no two share one, so that their order is never in doubt. */
export function tick(stack: StackRecord, context: Context): number {
  stack.clock = Math.max(context.now(), stack.clock + 1);
  return stack.clock;
}

/** Milliseconds that something takes at the Sandbox's speed. */
export function scale(milliseconds: number, context: Context): number {
  return context.speed > 0 ? milliseconds / context.speed : 0;
}

export function placeOf(stack: StackRecord, context: Context): Place {
  const { id: stackId, name: stackName, region, notificationArns } = stack;
  return { account: context.account, region, stackId, stackName, notificationArns };
}

const prepared = new WeakMap<Goal, Deployment>();

/** The goal made ready for this stack, worked out once. */
export function deploymentOf(goal: Goal, stack: StackRecord, context: Context): Deployment {
  let deployment = prepared.get(goal);
  if (!deployment) {
    deployment = prepare(goal, placeOf(stack, context));
    prepared.set(goal, deployment);
  }
  return deployment;
}
