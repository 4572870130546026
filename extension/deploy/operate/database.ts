import { DescribeTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { t } from "../../manifest/l10n";
import type { Cloud } from "../cloud";
import { DeployError } from "../errors";
import { resourceIn } from "../template";
import { clientOf } from "./clients";
import type { Inventory, StackPart } from "./inventory";
import { type Runnable, runnablesOf, type Service } from "./runnable";

/** A database or a cache, and a service through which it can be reached. */
export interface Reachable {
  readonly component: string;
  readonly engine: "postgres" | "mysql" | "redis";
  readonly host: string;
  readonly port: number;
  readonly through: Runnable & { readonly service: Service };
  /** The secret that holds how to sign in; never its value. */
  readonly secret?: string;
}

type Engine = Reachable["engine"];

const addressOf: Readonly<Record<string, string>> = {
  "AWS::RDS::DBInstance": "Endpoint.Address",
  "AWS::ElastiCache::ReplicationGroup": "PrimaryEndPoint.Address",
};
const ports: Readonly<Record<Engine, number>> = { postgres: 5432, mysql: 3306, redis: 6379 };

/**
 * Finds a way to a database: a service that is connected to it, whose tasks its firewall lets in, and which knows its
 * address. Throws a `DeployError` when there is none.
 */
export async function reach(cloud: Cloud, inventory: Inventory, component: string): Promise<Reachable> {
  const target = inventory.parts.find(
    (part) => part.component === component && addressOf[part.resourceType] !== undefined,
  );
  if (target === undefined) throw notADatabase(inventory, component);
  const ways = runnablesOf(inventory).flatMap((runnable) => {
    const { service } = runnable;
    const name = service && variableWith(inventory, runnable, target);
    return service && name !== undefined ? [{ runnable: { ...runnable, service }, name }] : [];
  });
  // One that can be entered, where there is a choice.
  const way = ways.find(({ runnable }) => runnable.service.exec) ?? ways[0];
  if (way === undefined) throw unconnected(component);
  const { taskDefinition } = way.runnable;
  const answer = await clientOf(cloud, "ecs").send(new DescribeTaskDefinitionCommand({ taskDefinition }));
  const environment = answer.taskDefinition?.containerDefinitions?.[0]?.environment ?? [];
  const host = environment.find(({ name }) => name === way.name)?.value;
  if (!host) throw unconnected(component);
  const secret = inventory.parts.find(
    (part) =>
      part.component === component &&
      part.resourceType === "AWS::SecretsManager::Secret" &&
      part.logicalId.endsWith("Connection"),
  );
  const engine = engineOf(inventory, target);
  return {
    component,
    engine,
    host,
    port: ports[engine],
    through: way.runnable,
    ...(secret?.physicalId ? { secret: secret.physicalId } : {}),
  };
}

/** The plain variable of a service's container that is the target's address, and nothing else. */
function variableWith(inventory: Inventory, { component }: Runnable, target: StackPart): string | undefined {
  const definition = inventory.parts.find(
    (part) => part.component === component && part.resourceType === "AWS::ECS::TaskDefinition",
  );
  const properties = definition && resourceIn(inventory.template, definition.logicalId)?.Properties;
  const containers = properties?.["ContainerDefinitions"] as
    | readonly { readonly Environment?: readonly { readonly Name: string; readonly Value: unknown }[] }[]
    | undefined;
  const wanted = JSON.stringify({ "Fn::GetAtt": [target.logicalId, addressOf[target.resourceType]] });
  return containers?.[0]?.Environment?.find(({ Value }) => JSON.stringify(Value) === wanted)?.Name;
}

function engineOf(inventory: Inventory, { logicalId, resourceType }: StackPart): Engine {
  if (resourceType === "AWS::ElastiCache::ReplicationGroup") return "redis";
  return resourceIn(inventory.template, logicalId)?.Properties?.["Engine"] === "mysql" ? "mysql" : "postgres";
}

function notADatabase(inventory: Inventory, component: string): DeployError {
  const names = inventory.parts
    .filter(({ resourceType }) => addressOf[resourceType] !== undefined)
    .flatMap((part) => part.component ?? []);
  return new DeployError({
    code: "tunnel-impossible",
    message: t`${component} is no database or cache of ${inventory.stackName}.`,
    fix: names.length > 0 ? t`These can be connected to: ${names.join(", ")}.` : t`This stack has none.`,
    component,
  });
}

function unconnected(component: string): DeployError {
  return new DeployError({
    code: "tunnel-impossible",
    message: t`No running service is connected to ${component}, and its firewall lets nothing else in.`,
    fix: t`Add ${component} to the \`connections\` of a web or worker component with \`exec: true\`, and deploy.`,
    component,
  });
}
