import { present } from "../containers/present";
import { BOOT } from "../containers/rollouts";
import { addressOf, type PlacedTask, placedTasks } from "../containers/running";
import { statusOf } from "../containers/tasks";
import { scale } from "../engine/context";
import type { Call, Operation } from "../operations/operation";
import { CloudError } from "../wire/cloudError";
import { type Made, madeResources, mapsOf, textOf } from "./resources";

function targetGroups({ input, service, region }: Call): readonly Made[] {
  const names = input.texts("Names");
  const arns = input.texts("TargetGroupArns");
  const all = madeResources(service, region, "AWS::ElasticLoadBalancingV2::TargetGroup");
  const missing = arns?.find((arn) => !all.some(({ resource }) => resource.physicalId === arn));
  if (missing !== undefined) {
    throw notFound();
  }
  return all.filter(
    ({ resource: { physicalId, attributes } }) =>
      (arns?.includes(physicalId) ?? true) && (names?.includes(String(attributes["TargetGroupName"])) ?? true),
  );
}

function notFound(): CloudError {
  return new CloudError("TargetGroupNotFound", "One or more target groups not found");
}

export const describeTargetGroups: Operation = (call) => ({
  TargetGroups: targetGroups(call).map(({ resource: { physicalId, attributes, properties } }) => ({
    TargetGroupArn: physicalId,
    TargetGroupName: textOf(attributes["TargetGroupName"]),
    Protocol: textOf(properties["Protocol"]),
    Port: textOf(properties["Port"]),
    VpcId: textOf(properties["VpcId"]),
    TargetType: textOf(properties["TargetType"]) ?? "instance",
    HealthCheckPath: textOf(properties["HealthCheckPath"]),
    HealthCheckProtocol: textOf(properties["HealthCheckProtocol"]),
  })),
});

/** The tasks of the services that a target group stands before. */
export const describeTargetHealth: Operation = (call) => {
  const { input, service, region } = call;
  const arn = input.text("TargetGroupArn");
  const isThere = madeResources(service, region, "AWS::ElasticLoadBalancingV2::TargetGroup").some(
    ({ resource }) => resource.physicalId === arn,
  );
  if (!isThere) {
    throw notFound();
  }
  const now = present(service);
  const descriptions = placedTasks(service, region).flatMap((placed) => {
    const balancers = mapsOf(placed.service?.properties["LoadBalancers"]);
    const health = healthOf(placed, now, scale(BOOT, service));
    const ports = balancers.filter((balancer) => balancer["TargetGroupArn"] === arn);
    return ports.flatMap((balancer) =>
      health
        ? [
            {
              Target: { Id: addressOf(placed, service, region), Port: textOf(balancer["ContainerPort"]) },
              TargetHealth: health,
            },
          ]
        : [],
    );
  });
  return { TargetHealthDescriptions: descriptions };
};

interface Health {
  readonly [name: string]: string;
}

/** A target is registered once its task runs, healthy after its first checks, and drained when the task is stopped. */
function healthOf({ task }: PlacedTask, now: number, settling: number): Health | undefined {
  const status = statusOf(task, now);
  if (status === "STOPPING") {
    return {
      State: "draining",
      Reason: "Target.DeregistrationInProgress",
      Description: "Target deregistration is in progress",
    };
  }
  if (status !== "RUNNING" || task.startedAt === undefined) {
    return undefined;
  }
  if (task.stop?.code === "EssentialContainerExited") {
    return { State: "unhealthy", Reason: "Target.FailedHealthChecks", Description: "Health checks failed" };
  }
  return now >= task.startedAt + settling / 2
    ? { State: "healthy" }
    : {
        State: "initial",
        Reason: "Elb.InitialHealthChecking",
        Description: "Initial health checks in progress",
      };
}
