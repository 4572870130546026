import { code } from "../../hcl";
import { isObject, type Kinds } from "../source";

const topic = "scaling.tf";

/** The number of tasks, where it changes by itself. */
export const scalingKinds: Kinds = {
  "AWS::ApplicationAutoScaling::ScalableTarget": {
    topic,
    type: "aws_appautoscaling_target",
    ref: "id",
    fields: {
      MaxCapacity: "max_capacity",
      MinCapacity: "min_capacity",
      ResourceId: "resource_id",
      ScalableDimension: "scalable_dimension",
      ServiceNamespace: "service_namespace",
    },
  },
  "AWS::ApplicationAutoScaling::ScalingPolicy": {
    topic,
    type: "aws_appautoscaling_policy",
    fields: {
      PolicyName: "name",
      PolicyType: "policy_type",
      // Terraform says of what the policy is by three attributes of its target.
      ScalingTargetId: (value, source) => {
        const read = source.read(value);
        if (!isObject(value) || typeof read !== "object" || !("code" in read)) return {};
        const target = read.code.replace(/\.id$/, "");
        const attributes = ["resource_id", "scalable_dimension", "service_namespace"];
        return Object.fromEntries(attributes.map((name) => [name, code(`${target}.${name}`)]));
      },
      TargetTrackingScalingPolicyConfiguration: {
        block: "target_tracking_scaling_policy_configuration",
        fields: {
          PredefinedMetricSpecification: {
            block: "predefined_metric_specification",
            fields: { PredefinedMetricType: "predefined_metric_type", ResourceLabel: "resource_label" },
          },
          ScaleInCooldown: "scale_in_cooldown",
          ScaleOutCooldown: "scale_out_cooldown",
          TargetValue: "target_value",
        },
      },
    },
  },
};
