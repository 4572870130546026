import { createHash } from "node:crypto";
import { scale } from "../engine/context";
import type { Service } from "../service";
import { lastPart } from "../services/resources";
import { present } from "./present";
import type { OneOffRecord, ServiceRecord } from "./records";
import { BOOT, DRAIN, type Rollout } from "./rollouts";

/** A simulated task, with all that will have happened to it by what is known now. Times are milliseconds since 1970. */
export interface Task {
  readonly id: string;
  readonly taskDefinition: string;
  /** The rollout that started it; a task that was run by itself has none. */
  readonly rollout?: string;
  readonly createdAt: number;
  /** Absent for one that never ran. */
  readonly startedAt?: number;
  readonly stoppingAt?: number;
  readonly stoppedAt?: number;
  readonly stop?: Stop;
}

export interface Stop {
  readonly code: "EssentialContainerExited" | "ServiceSchedulerInitiated" | "TaskFailedToStart" | "UserInitiated";
  readonly reason: string;
  readonly exitCode?: number;
  /** What is said of the container. */
  readonly detail?: string;
}

export type TaskStatus = "PENDING" | "RUNNING" | "STOPPING" | "STOPPED";

export function statusOf({ startedAt, stoppingAt, stoppedAt }: Task, now: number): TaskStatus {
  if (stoppedAt !== undefined && now >= stoppedAt) return "STOPPED";
  if (stoppingAt !== undefined && now >= stoppingAt) return "STOPPING";
  return startedAt !== undefined && now >= startedAt ? "RUNNING" : "PENDING";
}

/** A process that SIGTERM has ended. */
const TERMINATED = 143;
/** Tasks of a rollout that fails; ECS's circuit breaker gives up after as many. */
const ATTEMPTS = 3;

export interface Fleet {
  readonly arn: string;
  readonly rollouts: readonly Rollout[];
  /** How many tasks the stack wants. */
  readonly base: number;
  readonly record: ServiceRecord;
}

/** Every task that a service has had, as far as its rollouts are known. */
export function tasksOf(fleet: Fleet, service: Service): readonly Task[] {
  const { rollouts } = fleet;
  return rollouts.flatMap((rollout, index) => {
    if (rollout.crash !== undefined) {
      return crashing(fleet, rollout, rollout.crash, service);
    }
    const next = rollouts.slice(index + 1).find(({ crash, failedAt }) => crash === undefined && failedAt === undefined);
    const end = rollout.failedAt ?? next?.ready ?? Number.POSITIVE_INFINITY;
    return standing(fleet, rollout, end, service);
  });
}

/** How many tasks are wanted from when on, the first since ever. */
export function countsOf({ base, record }: Pick<Fleet, "base" | "record">): readonly (readonly [number, number])[] {
  const [first] = record.scaled;
  return [[Number.NEGATIVE_INFINITY, first?.before ?? base], ...record.scaled.map((s) => [s.at, s.count] as const)];
}

function standing(fleet: Fleet, rollout: Rollout, end: number, service: Service): readonly Task[] {
  const counts = countsOf(fleet);
  const most = Math.max(...counts.map(([, count]) => count));
  return Array.from({ length: most }, (_, place) => place).flatMap((place) => {
    const tasks: Task[] = [];
    for (const [from, to] of wantedAt(place, counts)) {
      tasks.push(...inPlace(fleet, rollout, place, Math.max(from, rollout.at), Math.min(to, end), service));
    }
    return tasks;
  });
}

/** One task, and those that take its place when it is stopped. */
function inPlace(
  { arn, record }: Fleet,
  rollout: Rollout,
  place: number,
  begin: number,
  end: number,
  service: Service,
): readonly Task[] {
  const tasks: Task[] = [];
  let createdAt = begin;
  while (createdAt < end) {
    const id = hash(`${arn} ${rollout.id} ${place} ${createdAt}`);
    const stopped = record.stopped.find(({ task }) => task === id);
    const stoppingAt = Math.min(stopped?.at ?? Number.POSITIVE_INFINITY, end);
    const stop: Stop = stopped
      ? { code: "UserInitiated", reason: stopped.reason, exitCode: TERMINATED }
      : {
          code: "ServiceSchedulerInitiated",
          reason: `Scaling activity initiated by (deployment ${rollout.id})`,
          exitCode: TERMINATED,
        };
    tasks.push({
      id,
      taskDefinition: rollout.taskDefinition,
      rollout: rollout.id,
      createdAt,
      startedAt: createdAt + scale(BOOT, service),
      ...(Number.isFinite(stoppingAt) ? { stoppingAt, stoppedAt: stoppingAt + scale(DRAIN, service), stop } : {}),
    });
    createdAt = stopped ? Math.max(stoppingAt, createdAt + 1) : Number.POSITIVE_INFINITY;
  }
  return tasks;
}

function crashing({ arn, base }: Fleet, rollout: Rollout, message: string, service: Service): readonly Task[] {
  const end = rollout.failedAt ?? present(service);
  const cycle = scale(BOOT + DRAIN, service);
  const times = cycle > 0 ? Math.min(ATTEMPTS, Math.floor((end - rollout.at) / cycle) + 1) : 1;
  const never = /^(CannotPull|ResourceInitialization|CannotStart)/.test(message);
  return Array.from({ length: times * base }, (_, index) => {
    const createdAt = rollout.at + Math.floor(index / base) * cycle;
    const startedAt = createdAt + cycle / 2;
    const stoppedAt = rollout.failedAt === undefined ? createdAt + cycle : Math.min(createdAt + cycle, end);
    return {
      id: hash(`${arn} ${rollout.id} ${index}`),
      taskDefinition: rollout.taskDefinition,
      rollout: rollout.id,
      createdAt,
      ...(never ? {} : { startedAt: Math.min(startedAt, stoppedAt) }),
      stoppingAt: stoppedAt,
      stoppedAt,
      stop: never ? { code: "TaskFailedToStart", reason: message } : crashOf(message),
    };
  });
}

function crashOf(message: string): Stop {
  const said = /\bcode:? (\d{1,3})\b/.exec(message)?.[1];
  return {
    code: "EssentialContainerExited",
    reason: "Essential container in task exited",
    exitCode: Number(said ?? 1),
    ...(said === undefined ? { detail: message } : {}),
  };
}

/** The task that somebody has run by itself. */
export function oneOffTask(record: OneOffRecord, service: Service): Task {
  const startedAt = record.at + scale(BOOT, service);
  const through = startedAt + scale(BOOT, service);
  const isStopped = record.stopped !== undefined && record.stopped.at < through;
  const stoppingAt = isStopped && record.stopped ? record.stopped.at : through;
  return {
    id: lastPart(record.arn),
    taskDefinition: record.taskDefinition,
    createdAt: record.at,
    startedAt,
    stoppingAt,
    stoppedAt: isStopped ? stoppingAt + scale(DRAIN, service) : through,
    stop:
      isStopped && record.stopped
        ? { code: "UserInitiated", reason: record.stopped.reason, exitCode: TERMINATED }
        : {
            code: "EssentialContainerExited",
            reason: "Essential container in task exited",
            exitCode: record.exitCode,
          },
  };
}

/** From when to when a place is taken; how the numbers of others change does not end a task. */
function wantedAt(
  place: number,
  counts: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let from: number | undefined;
  for (const [at, count] of counts) {
    if (count > place) {
      from ??= at;
    } else if (from !== undefined) {
      spans.push([from, at]);
      from = undefined;
    }
  }
  return from === undefined ? spans : [...spans, [from, Number.POSITIVE_INFINITY]];
}

function hash(seed: string): string {
  return createHash("sha256").update(seed).digest("hex").slice(0, 32);
}
