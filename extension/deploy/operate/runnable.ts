import { t } from "../../manifest/l10n";
import { DeployError } from "../errors";
import { resourceIn } from "../template";
import { type Inventory, resolved, type StackPart } from "./inventory";

/** A component that runs in tasks, with what is needed to ask about them. */
export interface Runnable {
  readonly component: string;
  /** The cluster's name. */
  readonly cluster: string;
  /** Its ARN, with the revision that the stack has. */
  readonly taskDefinition: string;
  /** The container's name; a component has one. */
  readonly container: string;
  readonly logGroup?: string;
  readonly network: Network;
  /** Absent for what runs only now and then. */
  readonly service?: Service;
}

export interface Service {
  readonly logicalId: string;
  /** Its ARN. */
  readonly arn: string;
  /** The ARNs of the target groups that its tasks stand in. */
  readonly targetGroups: readonly string[];
  /** Set when the number of tasks changes by itself. */
  readonly range?: { readonly min: number; readonly max: number };
  /** Whether a shell can be opened in its tasks. */
  readonly exec: boolean;
}

/** Where tasks stand in the network. */
export interface Network {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: "ENABLED" | "DISABLED";
}

/** Everything in the stack that runs in tasks, by the components' names. */
export function runnablesOf(inventory: Inventory): readonly Runnable[] {
  const names = new Set(inventory.parts.flatMap(({ component }) => component ?? []));
  return [...names].sort().flatMap((name) => findRunnable(inventory, name) ?? []);
}

/** Throws a `DeployError` when the component is not deployed, or does not run in tasks. */
export function runnableOf(inventory: Inventory, component: string): Runnable {
  const found = findRunnable(inventory, component);
  if (found) return found;
  const names = runnablesOf(inventory).map((runnable) => runnable.component);
  const isThere = inventory.parts.some((part) => part.component === component);
  throw new DeployError({
    code: "nothing-runs",
    message: isThere
      ? t`${component} has no tasks: it is a service of the cloud's own.`
      : t`${inventory.stackName} has no component ${component}.`,
    fix: names.length === 0 ? t`Nothing in this stack runs in tasks.` : t`These run in tasks: ${names.join(", ")}.`,
    component,
  });
}

/** As `runnableOf`, for what must run all the time. */
export function serviceOf(inventory: Inventory, component: string): Runnable & { readonly service: Service } {
  const runnable = runnableOf(inventory, component);
  const { service } = runnable;
  if (service) return { ...runnable, service };
  throw new DeployError({
    code: "nothing-runs",
    message: t`${component} runs on a schedule, and not in between.`,
    fix: t`Run it now with stackwright run, or wait for its next time.`,
    component,
  });
}

function findRunnable(inventory: Inventory, component: string): Runnable | undefined {
  const own = inventory.parts.filter((part) => part.component === component);
  const cluster = inventory.parts.find(({ resourceType }) => resourceType === "AWS::ECS::Cluster")?.physicalId;
  const ofType = (type: string) => own.filter(({ resourceType }) => resourceType === type);
  const [servicePart] = ofType("AWS::ECS::Service");
  const [schedule] = ofType("AWS::Scheduler::Schedule");
  const runs = servicePart ?? schedule;
  const definition = ofType("AWS::ECS::TaskDefinition").find(({ logicalId }) => !logicalId.endsWith("ExtensionsTask"));
  if (!cluster || !runs || !definition?.physicalId) return undefined;
  const containers = propertiesOf(inventory, definition)["ContainerDefinitions"];
  const first = Array.isArray(containers) ? (containers[0] as { readonly Name?: unknown } | undefined) : undefined;
  const service = servicePart && readService(inventory, servicePart, ofType);
  const logGroup = ofType("AWS::Logs::LogGroup").find(({ logicalId }) => logicalId.endsWith("LogGroup"))?.physicalId;
  return {
    component,
    cluster,
    taskDefinition: definition.physicalId,
    container: typeof first?.Name === "string" ? first.Name : component,
    ...(logGroup === undefined ? {} : { logGroup }),
    network: networkOf(inventory, runs),
    ...(service ? { service } : {}),
  };
}

function readService(
  inventory: Inventory,
  part: StackPart,
  ofType: (type: string) => readonly StackPart[],
): Service | undefined {
  if (part.physicalId === undefined) return undefined;
  const properties = propertiesOf(inventory, part);
  const balancers = properties["LoadBalancers"];
  const groups = (Array.isArray(balancers) ? balancers : []).map(
    (balancer: { readonly TargetGroupArn?: unknown }) => balancer.TargetGroupArn,
  );
  const [target] = ofType("AWS::ApplicationAutoScaling::ScalableTarget");
  const scaling = target && propertiesOf(inventory, target);
  const range = scaling && { min: Number(scaling["MinCapacity"]), max: Number(scaling["MaxCapacity"]) };
  return {
    logicalId: part.logicalId,
    arn: part.physicalId,
    targetGroups: groups.filter((group) => typeof group === "string"),
    ...(range ? { range } : {}),
    exec: properties["EnableExecuteCommand"] === true,
  };
}

function networkOf(inventory: Inventory, part: StackPart): Network {
  const properties = propertiesOf(inventory, part);
  const target = recordOf(recordOf(properties["Target"])["EcsParameters"]);
  const configuration = recordOf(properties["NetworkConfiguration"] ?? target["NetworkConfiguration"]);
  const vpc = recordOf(configuration["AwsvpcConfiguration"]);
  return {
    subnets: textsOf(vpc["Subnets"]),
    securityGroups: textsOf(vpc["SecurityGroups"]),
    assignPublicIp: vpc["AssignPublicIp"] === "ENABLED" ? "ENABLED" : "DISABLED",
  };
}

function propertiesOf(inventory: Inventory, part: StackPart): Readonly<Record<string, unknown>> {
  return recordOf(resolved(inventory, resourceIn(inventory.template, part.logicalId)?.Properties));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
