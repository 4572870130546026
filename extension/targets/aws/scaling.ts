import type { Scale, Web, Worker } from "../../manifest/app";
import type { Context } from "./context";
import { ref, sub } from "./intrinsic";
import type { TargetGroup } from "./loadBalancer/targets";
import { idOf, partId } from "./logicalId";
import { at } from "./place";
import type { Properties } from "./template";

/** Percent of CPU to keep to when limits are given without anything to scale on. */
const usualCpu = 70;

/** The number of tasks changes by itself. */
export const isScaled = (scale: Scale): boolean => scale.max > scale.min;

/** Adds and removes tasks so that each target is kept; with several, the one that asks for the most tasks wins. */
export function addScaling(
  { draft }: Context,
  service: Web | Worker,
  groups: readonly TargetGroup[],
  attached: readonly string[],
): void {
  const { name, scale } = service;
  if (!isScaled(scale)) return;
  const place = at(name, "scale");
  const target = draft.add(place, idOf(name, "ScalableTarget"), "AWS::ApplicationAutoScaling::ScalableTarget", {
    ServiceNamespace: "ecs",
    ScalableDimension: "ecs:service:DesiredCount",
    ResourceId: sub(`service/\${Cluster}/\${${idOf(name, "Service")}.Name}`),
    // Without a single task there is no measurement that could bring one back.
    MinCapacity: Math.max(scale.min, 1),
    MaxCapacity: scale.max,
  });
  const policy = (part: string, targetValue: number, metric: Properties, dependsOn: readonly string[] = []) =>
    draft.add(
      place,
      partId(name, "Scaling", part),
      "AWS::ApplicationAutoScaling::ScalingPolicy",
      {
        PolicyName: part,
        PolicyType: "TargetTrackingScaling",
        ScalingTargetId: ref(target),
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: targetValue,
          PredefinedMetricSpecification: metric,
          ScaleOutCooldown: 60,
          ScaleInCooldown: 300,
        },
      },
      { dependsOn },
    );

  const requests = groups.length > 0 ? scale.requests : undefined;
  const nothing = scale.cpu === undefined && scale.memory === undefined && requests === undefined;
  const cpu = nothing ? usualCpu : scale.cpu;
  if (cpu !== undefined) policy("cpu", cpu, { PredefinedMetricType: "ECSServiceAverageCPUUtilization" });
  if (scale.memory !== undefined) {
    policy("memory", scale.memory, { PredefinedMetricType: "ECSServiceAverageMemoryUtilization" });
  }
  if (requests === undefined) return;
  for (const group of groups) {
    const balancer = `\${${idOf(group.balancer, "LoadBalancer")}.LoadBalancerFullName}`;
    const metric = {
      PredefinedMetricType: "ALBRequestCountPerTarget",
      ResourceLabel: sub(`${balancer}/\${${group.id}.TargetGroupFullName}`),
    };
    const part = groups.length === 1 ? "requests" : `requests-${group.balancer}-port${group.port}`;
    policy(part, requests, metric, attached);
  }
}
