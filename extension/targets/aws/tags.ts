import type { App } from "../../manifest/app";

/**
 * Types without tags. Listeners, their rules and scalable targets got theirs so lately that checkers refuse them; a
 * stack's own tags reach them all the same.
 */
const untaggable: ReadonlySet<string> = new Set([
  "AWS::ApplicationAutoScaling::ScalableTarget",
  "AWS::ApplicationAutoScaling::ScalingPolicy",
  "AWS::EC2::Route",
  "AWS::ECS::ClusterCapacityProviderAssociations",
  "AWS::EC2::SecurityGroupEgress",
  "AWS::EC2::SecurityGroupIngress",
  "AWS::EC2::SubnetRouteTableAssociation",
  "AWS::EC2::VPCGatewayAttachment",
  "AWS::EFS::MountTarget",
  "AWS::S3::BucketPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::ElasticLoadBalancingV2::Listener",
  "AWS::ElasticLoadBalancingV2::ListenerRule",
  "AWS::Route53::RecordSet",
  "AWS::Scheduler::Schedule",
]);

const otherNames: Readonly<Record<string, string>> = {
  "AWS::EFS::AccessPoint": "AccessPointTags",
  "AWS::EFS::FileSystem": "FileSystemTags",
};

/** The property that holds a type's tags; undefined for a type that has none. */
export function tagProperty(type: string): string | undefined {
  if (!type.startsWith("AWS::") || untaggable.has(type)) return undefined;
  return otherNames[type] ?? "Tags";
}

/** Tags of the stack, which CloudFormation passes on to its resources; sorted by key. */
export function stackTags(app: App): Record<string, string> {
  const tags = { ...app.tags, "stackwright:application": app.name, "stackwright:environment": app.environment };
  return Object.fromEntries(Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1)));
}
