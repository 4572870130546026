import type { Web, Worker } from "../../manifest/app";
import { capacityOf } from "./cluster";
import type { Context } from "./context";
import { addDiscovery } from "./discovery";
import { ref } from "./intrinsic";
import { defaultRoute, ruleId } from "./loadBalancer/rules";
import { type TargetGroup, targetGroupId, targetGroupsFor } from "./loadBalancer/targets";
import { idOf } from "./logicalId";
import { at } from "./place";
import { addTaskRun } from "./runTask";
import { addScaling, isScaled } from "./scaling";
import { addTaskDefinition, familyOf } from "./taskDefinition";
import { commandValue } from "./variables";

/** A component that runs all the time: tasks, kept running and replaced without a gap. */
export function addService(context: Context, service: Web | Worker): void {
  const { app, draft, network } = context;
  const { name, scale } = service;
  const groups = service.type === "web" ? targetGroupsFor(app, service) : [];
  const ports = service.type === "web" ? [...new Set([service.port, ...groups.map((group) => group.port)])] : [];
  const ready = addTaskDefinition(
    context,
    service,
    ports.sort((a, b) => a - b),
  );
  const before = service.preDeploy ? [addPreDeploy(context, service, service.preDeploy, ready)] : [];
  const attached = groups.flatMap((group) => attachments(context, group));
  const registries = service.type === "web" ? addDiscovery(context, service) : [];
  const id = idOf(name, "Service");

  draft.add(
    at(name),
    id,
    "AWS::ECS::Service",
    {
      Cluster: ref("Cluster"),
      TaskDefinition: ref(idOf(name, "TaskDefinition")),
      ...capacityOf(service),
      PlatformVersion: "LATEST",
      // Autoscaling decides the number of tasks; a number here would undo its decision at every deployment.
      ...(!isScaled(scale) && { DesiredCount: scale.min }),
      AvailabilityZoneRebalancing: "ENABLED",
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
      ...(service.type === "web" &&
        groups.length > 0 && { HealthCheckGracePeriodSeconds: service.healthCheck.gracePeriod }),
      ...(groups.length > 0 && {
        LoadBalancers: groups.map((group) => ({
          ContainerName: name,
          ContainerPort: group.port,
          TargetGroupArn: ref(group.id),
        })),
      }),
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: network.taskPublicIp ? "ENABLED" : "DISABLED",
          SecurityGroups: [ref(idOf(name, "SecurityGroup"))],
          Subnets: network.taskSubnets,
        },
      },
      ...(registries.length > 0 && { ServiceRegistries: registries }),
      EnableECSManagedTags: true,
      EnableExecuteCommand: service.exec,
      PropagateTags: "SERVICE",
    },
    { dependsOn: [...ready, ...before, ...attached] },
  );
  addScaling(context, service, groups, attached);
}

/** ECS takes a target group only once a listener or a rule uses it. @returns the ids of those */
function attachments({ app }: Context, group: TargetGroup): string[] {
  const balancer = app.components.get(group.balancer);
  if (balancer?.type !== "load-balancer") return [];
  const fallback = defaultRoute(balancer.routes);
  return balancer.routes
    .filter((route) => targetGroupId(balancer, route) === group.id)
    .map((route) => {
      if (route !== fallback) return ruleId(balancer, route);
      return idOf(balancer.name, balancer.domains.length > 0 ? "HttpsListener" : "HttpListener");
    });
}

/** Runs once with the new image; the service is changed only when it has succeeded. @returns the id */
function addPreDeploy(
  context: Context,
  service: Web | Worker,
  command: readonly string[],
  ready: readonly string[],
): string {
  const { name } = service;
  const { network } = context;
  return addTaskRun(context, at(name, "preDeploy"), {
    id: idOf(name, "PreDeploy"),
    taskDefinition: idOf(name, "TaskDefinition"),
    family: familyOf(name),
    roles: [idOf(name, "ExecutionRole"), idOf(name, "TaskRole")],
    container: name,
    command: commandValue(command),
    securityGroup: idOf(name, "SecurityGroup"),
    subnets: network.taskSubnets,
    publicIp: network.taskPublicIp,
    dependsOn: ready,
  });
}
