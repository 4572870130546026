import type { Value } from "../../../aws/template";
import { type Body, block, json } from "../../hcl";
import { bodyOf } from "../bodyOf";
import { type Fields, isObject, type Kinds, type Turn } from "../source";
import { tags } from "../tags";

const topic = "services.tf";

export const capacity: Fields = { CapacityProvider: "capacity_provider", Weight: "weight" };

/** `AwsvpcConfiguration`, whose public address is a yes or a no in Terraform. */
export const awsvpc: Turn = (value, source) => {
  const inner = isObject(value) ? value["AwsvpcConfiguration"] : undefined;
  if (inner === undefined || !isObject(inner)) return {};
  return { network_configuration: block(bodyOf(placing, inner, source, "NetworkConfiguration.")) };
};

const placing: Fields = {
  AssignPublicIp: (enabled): Body => ({ assign_public_ip: enabled === "ENABLED" }),
  SecurityGroups: "security_groups",
  Subnets: "subnets",
};

/** Containers are JSON for ECS's own interface, whose names begin with a small letter; labels and options have their own. */
function camel(value: Value): Value {
  if (Array.isArray(value)) return value.map(camel);
  if (!isObject(value)) return value;
  const [only, ...others] = Object.keys(value);
  if (only !== undefined && others.length === 0 && (only === "Ref" || only.startsWith("Fn::"))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const own = key === "DockerLabels" || key === "Options";
      return [key.charAt(0).toLowerCase() + key.slice(1), own ? each : camel(each)];
    }),
  );
}

/** The cluster, and what runs in it. */
export const containerKinds: Kinds = {
  "AWS::ECS::Cluster": {
    topic,
    type: "aws_ecs_cluster",
    ref: "name",
    attributes: { Arn: "arn" },
    fields: { ClusterSettings: { block: "setting", fields: { Name: "name", Value: "value" } }, Tags: tags },
    also: (source) => ({ name: source.expressions.stackName }),
  },
  "AWS::ECS::ClusterCapacityProviderAssociations": {
    topic,
    type: "aws_ecs_cluster_capacity_providers",
    fields: {
      CapacityProviders: "capacity_providers",
      Cluster: "cluster_name",
      DefaultCapacityProviderStrategy: { block: "default_capacity_provider_strategy", fields: capacity },
    },
  },
  "AWS::ECS::TaskDefinition": {
    topic,
    type: "aws_ecs_task_definition",
    ref: "arn",
    fields: {
      ContainerDefinitions: (value, source) => ({ container_definitions: json(source.read(camel(value))) }),
      Cpu: "cpu",
      ExecutionRoleArn: "execution_role_arn",
      Family: "family",
      Memory: "memory",
      NetworkMode: "network_mode",
      RequiresCompatibilities: "requires_compatibilities",
      RuntimePlatform: {
        block: "runtime_platform",
        fields: { CpuArchitecture: "cpu_architecture", OperatingSystemFamily: "operating_system_family" },
      },
      Tags: tags,
      TaskRoleArn: "task_role_arn",
      Volumes: {
        block: "volume",
        fields: {
          EFSVolumeConfiguration: {
            block: "efs_volume_configuration",
            fields: {
              AuthorizationConfig: {
                block: "authorization_config",
                fields: { AccessPointId: "access_point_id", IAM: "iam" },
              },
              FilesystemId: "file_system_id",
              TransitEncryption: "transit_encryption",
            },
          },
          Name: "name",
        },
      },
    },
  },
  "AWS::ECS::Service": {
    topic,
    type: "aws_ecs_service",
    attributes: { Name: "name" },
    fields: {
      AvailabilityZoneRebalancing: "availability_zone_rebalancing",
      CapacityProviderStrategy: { block: "capacity_provider_strategy", fields: capacity },
      Cluster: (value, source) => ({ cluster: source.read(arnOf(value)) }),
      DeploymentConfiguration: (value, source) => (isObject(value) ? bodyOf(deployment, value, source) : {}),
      DesiredCount: "desired_count",
      EnableECSManagedTags: "enable_ecs_managed_tags",
      EnableExecuteCommand: "enable_execute_command",
      HealthCheckGracePeriodSeconds: "health_check_grace_period_seconds",
      LaunchType: "launch_type",
      LoadBalancers: {
        block: "load_balancer",
        fields: {
          ContainerName: "container_name",
          ContainerPort: "container_port",
          TargetGroupArn: "target_group_arn",
        },
      },
      NetworkConfiguration: awsvpc,
      PlatformVersion: "platform_version",
      PropagateTags: "propagate_tags",
      ServiceRegistries: { block: "service_registries", fields: { RegistryArn: "registry_arn" } },
      Tags: tags,
      TaskDefinition: "task_definition",
    },
    also: (source) => ({
      name: source.named(255),
      wait_for_steady_state: true,
      // Where nothing is said, autoscaling decides, and a number here would undo its decision at every change.
      ...(source.properties["DesiredCount"] === undefined && {
        desired_count: 1,
        lifecycle: block({ ignore_changes: [{ code: "desired_count" }] }),
      }),
    }),
  },
  "AWS::ServiceDiscovery::PrivateDnsNamespace": {
    topic,
    type: "aws_service_discovery_private_dns_namespace",
    ref: "id",
    fields: { Description: "description", Name: "name", Tags: tags, Vpc: "vpc" },
  },
  "AWS::ServiceDiscovery::Service": {
    topic,
    type: "aws_service_discovery_service",
    attributes: { Arn: "arn" },
    fields: {
      DnsConfig: (value, source) => dnsConfig(value, source),
      HealthCheckCustomConfig: {
        block: "health_check_custom_config",
        fields: { FailureThreshold: "failure_threshold" },
      },
      Name: "name",
      NamespaceId: () => ({}),
      Tags: tags,
    },
  },
};

const deployment: Fields = {
  DeploymentCircuitBreaker: {
    block: "deployment_circuit_breaker",
    fields: { Enable: "enable", Rollback: "rollback" },
  },
  MaximumPercent: "deployment_maximum_percent",
  MinimumHealthyPercent: "deployment_minimum_healthy_percent",
};

/** `Ref` gives the cluster's name, where Terraform wants to have its ARN. */
const arnOf = (value: Value): Value =>
  isObject(value) && typeof value["Ref"] === "string" ? { "Fn::GetAtt": [value["Ref"], "Arn"] } : value;

/** Terraform has the namespace inside of it. */
const dnsConfig: Turn = (value, source) => {
  if (!isObject(value)) return {};
  const namespace_id = source.property("NamespaceId");
  return { dns_config: block({ namespace_id, ...bodyOf(dns, value, source, "DnsConfig.") }) };
};

const dns: Fields = {
  DnsRecords: { block: "dns_records", fields: { TTL: "ttl", Type: "type" } },
  RoutingPolicy: "routing_policy",
};
