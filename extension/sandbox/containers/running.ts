import type { Service } from "../service";
import {
  lastPart,
  type Made,
  madeResources,
  mapOf,
  mapsOf,
  textOf,
  textsOf,
  wantedProperties,
} from "../services/resources";
import type { JsonMap } from "../state/json";
import type { ServiceRecord } from "./records";
import { changedAt, type Rollout, rolloutsOf } from "./rollouts";
import { countsOf, oneOffTask, statusOf, type Task, tasksOf } from "./tasks";

/** A service of a stack, with what runs in it. */
export interface Running {
  readonly made: Made;
  readonly arn: string;
  readonly name: string;
  /** The cluster's name. */
  readonly cluster: string;
  readonly properties: JsonMap;
  readonly desired: number;
  readonly rollouts: readonly Rollout[];
  readonly tasks: readonly Task[];
  readonly record: ServiceRecord;
}

/** Every service of a Region's stacks. */
export function runningServices(service: Service, region: string): readonly Running[] {
  return madeResources(service, region, "AWS::ECS::Service").map((made) => running(made, service));
}

function running(made: Made, service: Service): Running {
  const properties = wantedProperties(made);
  const arn = made.resource.physicalId;
  const kept = service.containers.of(arn);
  const since = changedAt(made);
  const record = { ...kept, scaled: kept.scaled.filter(({ at }) => at > since) };
  const base = baseOf(made, properties, service);
  const rollouts = rolloutsOf(made, record.restarted, service);
  return {
    made,
    arn,
    name: lastPart(arn),
    cluster: lastPart(textOf(properties["Cluster"]) ?? "default"),
    properties,
    desired: countsOf({ base, record }).at(-1)?.[1] ?? base,
    rollouts,
    tasks: tasksOf({ arn, rollouts, base, record }, service),
    record,
  };
}

/** Without a number in the template there is one task, or as many as autoscaling starts with. */
function baseOf({ stack, resource }: Made, properties: JsonMap, service: Service): number {
  const written = properties["DesiredCount"];
  if (written !== undefined) {
    return Number(written);
  }
  const target = madeResources(service, stack.region, "AWS::ApplicationAutoScaling::ScalableTarget").find(
    (made) => lastPart(textOf(made.resource.properties["ResourceId"]) ?? "") === lastPart(resource.physicalId),
  );
  return Number(target?.resource.properties["MinCapacity"] ?? 1);
}

/** A task with where it belongs. */
export interface PlacedTask {
  readonly task: Task;
  readonly arn: string;
  readonly cluster: string;
  /** `service:name`, or `family:name`. */
  readonly group: string;
  readonly startedBy?: string;
  readonly command?: readonly string[];
  readonly service?: Running;
}

/** Every task of a Region, of services and run by itself. */
export function placedTasks(service: Service, region: string): readonly PlacedTask[] {
  const ofServices = runningServices(service, region).flatMap((running) =>
    running.tasks.map((task): PlacedTask => {
      const { cluster, name } = running;
      const arn = taskArn(service, region, cluster, task.id);
      const by = task.rollout === undefined ? {} : { startedBy: task.rollout };
      return { task, arn, cluster, group: `service:${name}`, service: running, ...by };
    }),
  );
  const alone = service.containers.oneOffs.filter(({ arn }) => arn.split(":")[3] === region);
  return [
    ...ofServices,
    ...alone.map((record): PlacedTask => {
      const { arn, cluster, startedBy, command, taskDefinition } = record;
      return {
        task: oneOffTask(record, service),
        arn,
        cluster,
        group: `family:${familyOf(taskDefinition)}`,
        ...(startedBy === undefined ? {} : { startedBy }),
        ...(command ? { command } : {}),
      };
    }),
  ];
}

export function taskArn({ account }: Service, region: string, cluster: string, id: string): string {
  return `arn:aws:ecs:${region}:${account}:task/${cluster}/${id}`;
}

export function familyOf(taskDefinition: string): string {
  return lastPart(taskDefinition).split(":")[0] ?? "";
}

/** The task definition of a task: its own, or the newest of its family when its own has been replaced. */
export function definitionOf(service: Service, region: string, arnOrName: string): Made | undefined {
  const all = madeResources(service, region, "AWS::ECS::TaskDefinition");
  const replaced = service.store
    .inRegion(region)
    .flatMap((stack) => stack.obsolete.map(({ resource }) => ({ stack, resource })))
    .filter(({ resource }) => resource.type === "AWS::ECS::TaskDefinition");
  const isIt = ({ resource }: Made) =>
    resource.physicalId === arnOrName || lastPart(resource.physicalId) === lastPart(arnOrName);
  return (
    all.find(isIt) ??
    replaced.find(isIt) ??
    all.find(({ resource }) => familyOf(resource.physicalId) === familyOf(arnOrName))
  );
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  /** The first port that it takes connections at. */
  readonly port?: number;
  readonly log?: { readonly group: string; readonly prefix: string };
}

export function containersOf(definition: Made | undefined): readonly Container[] {
  return mapsOf(definition?.resource.properties["ContainerDefinitions"]).map((container) => {
    const options = mapOf(mapOf(container["LogConfiguration"])["Options"]);
    const group = textOf(options["awslogs-group"]);
    const [port] = mapsOf(container["PortMappings"]);
    return {
      name: textOf(container["Name"]) ?? "",
      image: textOf(container["Image"]) ?? "",
      essential: container["Essential"] !== false && container["Essential"] !== "false",
      ...(port === undefined ? {} : { port: Number(port["ContainerPort"]) }),
      ...(group === undefined ? {} : { log: { group, prefix: textOf(options["awslogs-stream-prefix"]) ?? "" } }),
    };
  });
}

/** An address in the subnet that a task stands in. */
export function addressOf({ task, service: running }: PlacedTask, service: Service, region: string): string {
  const vpc = mapOf(mapOf(running?.properties["NetworkConfiguration"])["AwsvpcConfiguration"]);
  const subnets = textsOf(vpc["Subnets"]);
  const number = Number.parseInt(task.id.slice(0, 8), 16);
  const subnet = subnets[number % Math.max(1, subnets.length)];
  const made = madeResources(service, region, "AWS::EC2::Subnet").find(
    ({ resource }) => resource.physicalId === subnet,
  );
  const [base = ""] = (textOf(made?.resource.properties["CidrBlock"]) ?? "172.31.0.0/20").split("/");
  // A network's first addresses are its own.
  return [...base.split(".").slice(0, 3), String(4 + (number % 250))].join(".");
}

export function counted(running: Running, now: number): { readonly running: number; readonly pending: number } {
  const statuses = running.tasks.filter(({ createdAt }) => createdAt <= now).map((task) => statusOf(task, now));
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return { running: count("RUNNING") + count("STOPPING"), pending: count("PENDING") };
}
