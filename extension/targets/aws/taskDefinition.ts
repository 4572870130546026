import type { Service } from "../../manifest/app";
import { peersOf } from "../edges";
import { cachePort } from "./attributes";
import { capacityReady } from "./cluster";
import type { Context } from "./context";
import { engines } from "./engines";
import { execStatements } from "./exec";
import { imageOf, imageValue } from "./image";
import { ref } from "./intrinsic";
import { idOf } from "./logicalId";
import { addLogGroup, logConfiguration } from "./logs";
import { at } from "./place";
import { addExecutionRole, addRole } from "./roles";
import { addSecurityGroup, allow, anyOutbound } from "./securityGroup";
import type { Properties } from "./template";
import { commandValue, type Variables, variablesOf } from "./variables";
import { addVolumes, type Mounts } from "./volumes";

/** The family of a component's task definitions. A family holds all revisions, so its name is never in the way. */
export const familyOf = (component: string): string => `\${AWS::StackName}-${component}`;

/** Everything that a service's tasks are made of. @returns what must stand before the first of them starts */
export function addTaskDefinition(context: Context, service: Service, ports: readonly number[]): string[] {
  const { draft, network } = context;
  const place = at(service.name);
  addSecurityGroup(draft, network, service, { outbound: anyOutbound });
  const rules = addPaths(context, service);
  const variables = variablesOf(context, service);
  const mounts = addVolumes(context, service);
  const { retentionDays } = service.logs;
  const logGroup = addLogGroup(draft, at(service.name, "logs"), idOf(service.name, "LogGroup"), retentionDays);
  const executionRole = addExecutionRole(context, place, idOf(service.name, "ExecutionRole"), {
    image: imageOf(context.app, service),
    logGroup,
    reads: variables.reads,
  });
  const purpose = `What ${service.name} itself may do`;
  const taskRole = addRole(context, place, idOf(service.name, "TaskRole"), "ecs-tasks.amazonaws.com", purpose, [
    ...mounts.statements,
    ...(service.exec ? execStatements : []),
  ]);

  draft.add(place, idOf(service.name, "TaskDefinition"), "AWS::ECS::TaskDefinition", {
    Family: { "Fn::Sub": familyOf(service.name) },
    ...fargate(service.cpu * 1024, service.memory, service.architecture),
    ExecutionRoleArn: { "Fn::GetAtt": [executionRole, "Arn"] },
    TaskRoleArn: { "Fn::GetAtt": [taskRole, "Arn"] },
    ContainerDefinitions: [container(context, service, ports, variables, mounts, logGroup)],
    ...(mounts.volumes.length > 0 && { Volumes: mounts.volumes }),
  });
  draft.outputs.push({
    key: `${logGroup}Name`,
    label: "Log group",
    component: service.name,
    value: ref(logGroup),
  });
  return [...rules, ...mounts.ready, ...capacityReady(service), ...network.wayOut];
}

/** What is the same in all our task definitions. `cpu` in CPU units, `memory` in MiB. */
export function fargate(cpu: number, memory: number, architecture: Service["architecture"]): Properties {
  return {
    Cpu: String(cpu),
    Memory: String(memory),
    NetworkMode: "awsvpc",
    RequiresCompatibilities: ["FARGATE"],
    RuntimePlatform: { CpuArchitecture: architecture.toUpperCase(), OperatingSystemFamily: "LINUX" },
  };
}

/** Seconds. As long as Fargate waits at all: a worker may be in the middle of a job when it is told to stop. */
const longestStop = 120;

function container(
  context: Context,
  service: Service,
  ports: readonly number[],
  variables: Variables,
  mounts: Mounts,
  logGroup: string,
): Properties {
  return {
    Name: service.name,
    Image: imageValue(context, service),
    Essential: true,
    ...(service.command && { Command: commandValue(service.command) }),
    ...(ports.length > 0 && { PortMappings: ports.map((port) => ({ ContainerPort: port, Protocol: "tcp" })) }),
    ...(variables.environment.length > 0 && { Environment: variables.environment }),
    ...(variables.secrets.length > 0 && { Secrets: variables.secrets }),
    ...(mounts.mountPoints.length > 0 && { MountPoints: mounts.mountPoints }),
    ...(variables.fingerprint !== undefined && { DockerLabels: { "stackwright.secrets": variables.fingerprint } }),
    Ulimits: [{ Name: "nofile", SoftLimit: 65536, HardLimit: 65536 }],
    ...(service.type === "worker" && { StopTimeout: longestStop }),
    LogConfiguration: logConfiguration(logGroup, service.name),
  };
}

/** Opens the way to everything a service speaks to. @returns the ids of the rules, and of what must have run before */
function addPaths({ app, draft }: Context, service: Service): string[] {
  return peersOf(app, service).flatMap((peer) => {
    const place = at(service.name, "connections");
    switch (peer.type) {
      case "web":
        return [allow(draft, place, service.name, peer.name, peer.port)];
      case "redis":
        return [allow(draft, place, service.name, peer.name, cachePort)];
      case "postgres":
      case "mysql":
        return [
          allow(draft, place, service.name, peer.name, engines[peer.type].port),
          ...(peer.extensions.length > 0 ? [idOf(peer.name, "Extensions")] : []),
        ];
      default:
        return [];
    }
  });
}
