import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  type Service as EcsService,
  ListTasksCommand,
  type Task,
} from "@aws-sdk/client-ecs";
import { DescribeTargetHealthCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { t } from "../../manifest/l10n";
import type { Cloud } from "../cloud";
import { redact } from "../redact";
import type { ServiceHealth, StoppedTask, TargetHealth } from "../types";
import { plural } from "../words";
import { clientOf } from "./clients";
import type { Inventory } from "./inventory";
import { type Runnable, runnablesOf, type Service } from "./runnable";

/** What has to be known of a service to ask how it is. */
export interface Observed extends Pick<Runnable, "component" | "cluster"> {
  readonly service: Pick<Service, "arn" | "range"> & Partial<Pick<Service, "targetGroups">>;
}

/** ECS answers about ten services at once. */
const atOnce = 10;
/** Enough to see what goes wrong again and again. */
const mostStopped = 5;

/** How each service of a stack is: its tasks, its rollout, its targets. In the order of the components' names. */
export async function healthOf(cloud: Cloud, inventory: Inventory): Promise<readonly ServiceHealth[]> {
  const running = runnablesOf(inventory).flatMap(({ component, cluster, service }): Observed[] =>
    service ? [{ component, cluster, service }] : [],
  );
  const chunks = running.flatMap((_, at) => (at % atOnce === 0 ? [running.slice(at, at + atOnce)] : []));
  const all = await Promise.all(chunks.map((chunk) => healthOfSome(cloud, chunk)));
  return all.flat();
}

/** How one service is. */
export async function healthOfService(cloud: Cloud, runnable: Observed): Promise<ServiceHealth> {
  const [health] = await healthOfSome(cloud, [runnable]);
  return health ?? { ...none, component: runnable.component, text: t`It does not exist.` };
}

const none: Omit<ServiceHealth, "component" | "text"> = {
  state: "down",
  desired: 0,
  running: 0,
  pending: 0,
  rollout: "completed",
  targets: [],
  stopped: [],
  events: [],
};

async function healthOfSome(cloud: Cloud, running: readonly Observed[]): Promise<readonly ServiceHealth[]> {
  const [first] = running;
  if (first === undefined) return [];
  const command = new DescribeServicesCommand({
    cluster: first.cluster,
    services: running.map(({ service }) => service.arn),
  });
  const { services = [] } = await clientOf(cloud, "ecs").send(command);
  return Promise.all(
    running.map(async (runnable) => {
      const { arn } = runnable.service;
      const found = services.find(({ serviceArn, status }) => serviceArn === arn && status !== "INACTIVE");
      if (found === undefined) return { ...none, component: runnable.component, text: t`It does not exist.` };
      const isShort = (found.runningCount ?? 0) < (found.desiredCount ?? 0);
      const [targets, stopped] = await Promise.all([
        targetsOf(cloud, runnable.service, found),
        isShort || rolloutOf(found).rollout !== "completed" ? stoppedTasks(cloud, runnable) : [],
      ]);
      return judged(runnable, found, targets, stopped);
    }),
  );
}

function judged(
  { component, service }: Observed,
  found: EcsService,
  targets: readonly TargetHealth[],
  stopped: readonly Task[],
): ServiceHealth {
  const { desiredCount: desired = 0, runningCount: running = 0, pendingCount: pending = 0 } = found;
  const rollout = rolloutOf(found);
  const counts = { desired, running, pending, targets };
  const state = stateOf({ ...counts, rollout: rollout.rollout });
  const crashed = stopped.filter((task) => task.startedBy === newestOf(found)?.id && !wasWanted(task));
  return {
    component,
    state,
    ...counts,
    ...rollout,
    ...(service.range ? { range: service.range } : {}),
    stopped: stopped.slice(0, mostStopped).map(stoppedTask),
    ...(crashed.length > 0 ? { crashed: crashed.map(stoppedTask) } : {}),
    events: (found.events ?? []).slice(0, mostStopped).map(({ createdAt, message = "" }) => ({
      at: (createdAt ?? new Date(0)).toISOString(),
      text: redact(message),
    })),
    text: textOf({ ...counts, rollout: rollout.rollout }),
  };
}

/** Scaled down, replaced by a newer one, or stopped by somebody; not for having failed a check of its health. */
function wasWanted({ stopCode, stoppedReason = "" }: Task): boolean {
  if (stopCode === "UserInitiated") return true;
  return stopCode === "ServiceSchedulerInitiated" && !/health check/i.test(stoppedReason);
}

const newestOf = ({ deployments = [] }: EcsService) =>
  deployments.find(({ status }) => status === "PRIMARY") ?? deployments[0];

function rolloutOf(found: EcsService): Pick<ServiceHealth, "rollout" | "reason" | "revision"> {
  const newest = newestOf(found);
  const state = newest?.rolloutState;
  const revision = newest?.taskDefinition?.split("/").at(-1);
  return {
    rollout: state === "FAILED" ? "failed" : state === "IN_PROGRESS" ? "moving" : "completed",
    ...(newest?.rolloutStateReason && state !== "COMPLETED" ? { reason: newest.rolloutStateReason } : {}),
    ...(revision === undefined ? {} : { revision }),
  };
}

type Counts = Pick<ServiceHealth, "desired" | "running" | "pending" | "rollout" | "targets">;

function stateOf({ desired, running, rollout, targets }: Counts): ServiceHealth["state"] {
  if (desired === 0) return "stopped";
  const unhealthy = targets.some(({ state }) => state === "unhealthy" || state === "unavailable");
  if (rollout === "moving") return "moving";
  if (running === 0) return "down";
  return running < desired || unhealthy || rollout === "failed" ? "degraded" : "healthy";
}

function textOf({ desired, running, pending, rollout, targets }: Counts): string {
  const tasks =
    desired === 0 && running === 0 ? t`Scaled to no task` : t`${running} of ${plural(desired, "task")} running`;
  const healthy = targets.filter(({ state }) => state === "healthy").length;
  return [
    tasks,
    ...(pending > 0 ? [t`${pending} starting`] : []),
    ...(targets.length > 0 ? [t`${healthy} of ${plural(targets.length, "target")} healthy`] : []),
    ...(rollout === "moving" ? [t`rolling out`] : rollout === "failed" ? [t`the last rollout failed`] : []),
  ].join(", ");
}

/** Without permission to ask, or while a group is being made, nothing is known of the targets; the tasks are. */
async function targetsOf(
  cloud: Cloud,
  { targetGroups }: Observed["service"],
  { loadBalancers = [] }: EcsService,
): Promise<readonly TargetHealth[]> {
  const groups = targetGroups ?? loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
  const all = await Promise.all(
    groups.map(async (TargetGroupArn) => {
      try {
        const answer = await clientOf(cloud, "elb").send(new DescribeTargetHealthCommand({ TargetGroupArn }));
        return answer.TargetHealthDescriptions ?? [];
      } catch {
        return [];
      }
    }),
  );
  return all.flat().map(({ Target, TargetHealth: health }) => ({
    id: `${Target?.Id ?? ""}:${Target?.Port ?? ""}`,
    state: health?.State ?? "unavailable",
    ...(health?.Description ? { reason: health.Description } : {}),
  }));
}

/** The tasks of a service that stopped lately, the latest first. ECS forgets them after an hour. */
export async function stoppedOf(
  cloud: Cloud,
  of: Pick<Observed, "cluster" | "service">,
): Promise<readonly StoppedTask[]> {
  return (await stoppedTasks(cloud, of)).slice(0, mostStopped).map(stoppedTask);
}

async function stoppedTasks(
  cloud: Cloud,
  { cluster, service }: Pick<Observed, "cluster" | "service">,
): Promise<readonly Task[]> {
  const ecs = clientOf(cloud, "ecs");
  const listed = await ecs.send(
    new ListTasksCommand({
      cluster,
      serviceName: service.arn.split("/").at(-1),
      desiredStatus: "STOPPED",
      maxResults: 100,
    }),
  );
  const tasks = (listed.taskArns ?? []).slice(0, 100);
  if (tasks.length === 0) return [];
  const { tasks: described = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks }));
  return [...described].sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
}

const endOf = ({ stoppedAt, stoppingAt }: Task): Date => stoppedAt ?? stoppingAt ?? new Date(0);

/** Why a task is no more: in ECS's words, with how its container ended. */
export function stoppedTask(task: Task): StoppedTask {
  const [container] = task.containers ?? [];
  const reason = container?.reason ?? task.stoppedReason ?? "";
  return {
    id: idOfTask(task.taskArn),
    at: endOf(task).toISOString(),
    reason: redact(reason),
    ...(container?.exitCode === undefined ? {} : { exitCode: container.exitCode }),
  };
}

/** The last part of a task's ARN: what its log stream is called by. */
export const idOfTask = (arn: string | undefined): string => arn?.split("/").at(-1) ?? "";
