import { present } from "../../containers/present";
import type { Rollout } from "../../containers/rollouts";
import {
  addressOf,
  type Container,
  containersOf,
  counted,
  definitionOf,
  type PlacedTask,
  type Running,
} from "../../containers/running";
import { statusOf } from "../../containers/tasks";
import type { Service } from "../../service";
import type { JsonOutput } from "../jsonOperation";
import { mapOf, mapsOf, textOf, textsOf } from "../resources";

/** ECS tells of the last hundred things that happened to a service. */
const MOST_EVENTS = 100;

export function clusterArn({ account }: Service, region: string, cluster: string): string {
  return `arn:aws:ecs:${region}:${account}:cluster/${cluster}`;
}

export function showService(running: Running, service: Service): { readonly [name: string]: JsonOutput } {
  const { made, arn, name, cluster, properties, desired, rollouts } = running;
  const { stack } = made;
  const now = present(service);
  const counts = counted(running, now);
  return {
    serviceArn: arn,
    serviceName: name,
    clusterArn: clusterArn(service, stack.region, cluster),
    status: "ACTIVE",
    desiredCount: desired,
    runningCount: counts.running,
    pendingCount: counts.pending,
    launchType: textOf(properties["LaunchType"]) ?? "FARGATE",
    taskDefinition: standing(rollouts)?.taskDefinition,
    schedulingStrategy: "REPLICA",
    enableExecuteCommand: isOn(properties["EnableExecuteCommand"]),
    createdAt: new Date(stack.createdAt),
    loadBalancers: mapsOf(properties["LoadBalancers"]).map((balancer) => ({
      targetGroupArn: textOf(balancer["TargetGroupArn"]),
      containerName: textOf(balancer["ContainerName"]),
      containerPort: Number(balancer["ContainerPort"]),
    })),
    networkConfiguration: { awsvpcConfiguration: showNetwork(properties) },
    deployments: deploymentsOf(running, now),
    events: eventsOf(running, now),
    failures: [],
  };
}

const standing = (rollouts: readonly Rollout[]) =>
  rollouts.findLast(({ failedAt }) => failedAt === undefined) ?? rollouts.at(-1);

function showNetwork(properties: Running["properties"]): JsonOutput {
  const vpc = mapOf(mapOf(properties["NetworkConfiguration"])["AwsvpcConfiguration"]);
  return {
    subnets: textsOf(vpc["Subnets"]),
    securityGroups: textsOf(vpc["SecurityGroups"]),
    assignPublicIp: textOf(vpc["AssignPublicIp"]) ?? "DISABLED",
  };
}

/** The one that is wanted, and those that still have tasks. */
function deploymentsOf(running: Running, now: number): JsonOutput {
  const { rollouts, tasks, desired, made } = running;
  const primary = made.resource.status.endsWith("_IN_PROGRESS") ? rollouts.at(-1) : standing(rollouts);
  return rollouts.toReversed().flatMap((rollout): JsonOutput[] => {
    const own = tasks.filter((task) => task.rollout === rollout.id && task.createdAt <= now);
    const count = (...wanted: readonly string[]) => own.filter((task) => wanted.includes(statusOf(task, now))).length;
    const alive = count("PENDING", "RUNNING", "STOPPING");
    if (rollout !== primary && alive === 0) {
      return [];
    }
    const isOver = rollout === primary && !isRolling(running, rollout, now);
    const state =
      rollout.failedAt !== undefined ? "FAILED" : isOver || rollout !== primary ? "COMPLETED" : "IN_PROGRESS";
    return [
      {
        id: rollout.id,
        status: rollout === primary ? "PRIMARY" : "ACTIVE",
        taskDefinition: rollout.taskDefinition,
        desiredCount: rollout === primary ? desired : 0,
        runningCount: count("RUNNING", "STOPPING"),
        pendingCount: count("PENDING"),
        failedTasks: own.filter(
          ({ stop }) =>
            stop !== undefined && stop.code !== "ServiceSchedulerInitiated" && stop.code !== "UserInitiated",
        ).length,
        createdAt: new Date(rollout.at),
        updatedAt: new Date(Math.min(now, rollout.ready)),
        launchType: "FARGATE",
        rolloutState: state,
        rolloutStateReason: reasonOf(rollout, state),
      },
    ];
  });
}

function reasonOf({ id, crash }: Rollout, state: string): string {
  if (state === "COMPLETED") return `ECS deployment ${id} completed.`;
  if (state === "FAILED") return `ECS deployment circuit breaker: tasks failed to start${crash ? `: ${crash}` : "."}`;
  return `ECS deployment ${id} in progress.`;
}

/** Until its tasks run and those of earlier ones are gone. */
function isRolling({ tasks, made }: Running, { id, ready, crash }: Rollout, now: number): boolean {
  const isLeft = tasks.some(
    (task) => task.rollout !== id && task.createdAt <= now && statusOf(task, now) !== "STOPPED",
  );
  return now < ready || isLeft || (crash !== undefined && made.resource.status.endsWith("_IN_PROGRESS"));
}

/** Newest first. */
function eventsOf(running: Running, now: number): JsonOutput {
  const { name, tasks, rollouts } = running;
  const begun = tasks.map(({ id, createdAt }) => ({ at: createdAt, text: `has started 1 tasks: (task ${id}).` }));
  const ended = tasks.flatMap(({ id, stop, stoppingAt }) => {
    if (stoppingAt === undefined || !stop) return [];
    return [
      {
        at: stoppingAt,
        text:
          stop.code === "ServiceSchedulerInitiated"
            ? `has stopped 1 running tasks: (task ${id}).`
            : `task ${id} has stopped: ${stop.detail ?? stop.reason}`,
      },
    ];
  });
  const steady = rollouts.flatMap(({ ready, failedAt, crash, id }) =>
    failedAt !== undefined
      ? [{ at: failedAt, text: `(deployment ${id}) deployment failed: tasks failed to start.` }]
      : crash === undefined
        ? [{ at: ready, text: "has reached a steady state." }]
        : [],
  );
  return [...begun, ...ended, ...steady]
    .filter(({ at }) => at <= now)
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_EVENTS)
    .map(({ at, text }, index) => ({
      id: `${at}-${index}`,
      createdAt: new Date(at),
      message: `(service ${name}) ${text}`,
    }));
}

const isOn = (value: unknown): boolean => String(value ?? false) === "true";

export function showTask(
  placed: PlacedTask,
  service: Service,
  region: string,
): { readonly [name: string]: JsonOutput } {
  const { task, arn, cluster, group, startedBy, command, service: running } = placed;
  const now = present(service);
  const status = statusOf(task, now);
  const past = (at: number | undefined) => (at !== undefined && at <= now ? new Date(at) : undefined);
  const stop = past(task.stoppingAt) ? task.stop : undefined;
  const definition = definitionOf(service, region, task.taskDefinition);
  const exec = isOn(running?.properties["EnableExecuteCommand"]);
  return {
    taskArn: arn,
    clusterArn: clusterArn(service, region, cluster),
    group,
    startedBy,
    taskDefinitionArn: task.taskDefinition,
    launchType: "FARGATE",
    lastStatus: status === "STOPPING" ? "DEPROVISIONING" : status,
    desiredStatus: stop ? "STOPPED" : "RUNNING",
    healthStatus: "UNKNOWN",
    connectivity: status === "RUNNING" ? "CONNECTED" : undefined,
    cpu: textOf(definition?.resource.properties["Cpu"]),
    memory: textOf(definition?.resource.properties["Memory"]),
    enableExecuteCommand: exec,
    createdAt: new Date(task.createdAt),
    startedAt: past(task.startedAt),
    stoppingAt: past(task.stoppingAt),
    stoppedAt: past(task.stoppedAt),
    stopCode: stop?.code,
    stoppedReason: stop?.reason,
    attachments: [
      {
        id: task.id,
        type: "ElasticNetworkInterface",
        status: status === "STOPPED" ? "DELETED" : "ATTACHED",
        details: [{ name: "privateIPv4Address", value: addressOf(placed, service, region) }],
      },
    ],
    containers: containersOf(definition).map((container) => showContainer(container, placed, status, exec)),
    overrides: command ? { containerOverrides: [{ name: containersOf(definition)[0]?.name, command }] } : undefined,
  };
}

function showContainer(
  { name, image }: Container,
  { task, arn }: PlacedTask,
  status: string,
  exec: boolean,
): JsonOutput {
  const isOver = status === "STOPPED";
  return {
    name,
    image,
    taskArn: arn,
    containerArn: `${arn.replace(":task/", ":container/")}/${name}`,
    runtimeId: `${task.id}-${Number.parseInt(task.id.slice(0, 8), 16)}`,
    lastStatus: status === "STOPPING" ? "RUNNING" : status,
    exitCode: isOver ? task.stop?.exitCode : undefined,
    reason: isOver ? task.stop?.detail : undefined,
    managedAgents: exec
      ? [{ name: "ExecuteCommandAgent", lastStatus: status === "RUNNING" ? "RUNNING" : isOver ? "STOPPED" : "PENDING" }]
      : undefined,
  };
}
