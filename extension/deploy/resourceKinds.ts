import { t } from "../manifest/l10n";
import type { TemplateResource } from "./template";

/** What a resource is to a person, and whether it holds something that cannot be made again. */
export interface ResourceKind {
  /** Without AWS's names, for a sentence: "the database of db". */
  readonly label: string;
  /** What is gone with it: "all its data". Absent where nothing is. */
  readonly holds?: string;
  /** Every change makes a new revision beside the old ones: a replacement in CloudFormation's terms only. */
  readonly revisions?: true;
  /** What CloudFormation does without a DeletionPolicy, where that is not to delete. */
  readonly defaultDeletion?: "Snapshot";
}

const kinds: Readonly<Record<string, ResourceKind>> = {
  "AWS::ApplicationAutoScaling::ScalableTarget": { label: t`scaling range` },
  "AWS::ApplicationAutoScaling::ScalingPolicy": { label: t`scaling rule` },
  "AWS::CertificateManager::Certificate": { label: t`certificate` },
  "AWS::CloudFormation::Stack": { label: t`stack` },
  "AWS::CloudWatch::Alarm": { label: t`alarm` },
  "AWS::DynamoDB::Table": { label: t`table`, holds: t`all its data` },
  "AWS::EC2::EIP": { label: t`public address` },
  "AWS::EC2::FlowLog": { label: t`network log` },
  "AWS::EC2::InternetGateway": { label: t`internet gateway` },
  "AWS::EC2::NatGateway": { label: t`NAT gateway` },
  "AWS::EC2::Route": { label: t`network route` },
  "AWS::EC2::RouteTable": { label: t`route table` },
  "AWS::EC2::SecurityGroup": { label: t`firewall` },
  "AWS::EC2::SecurityGroupEgress": { label: t`firewall rule` },
  "AWS::EC2::SecurityGroupIngress": { label: t`firewall rule` },
  "AWS::EC2::Subnet": { label: t`subnet` },
  "AWS::EC2::SubnetRouteTableAssociation": { label: t`subnet route` },
  "AWS::EC2::VPC": { label: t`network` },
  "AWS::EC2::VPCEndpoint": { label: t`network endpoint` },
  "AWS::EC2::VPCGatewayAttachment": { label: t`internet gateway's attachment` },
  "AWS::ECR::Repository": { label: t`image registry`, holds: t`the images in it` },
  "AWS::ECS::Cluster": { label: t`cluster` },
  "AWS::ECS::Service": { label: t`service` },
  "AWS::ECS::TaskDefinition": { label: t`task definition`, revisions: true },
  "AWS::EFS::AccessPoint": { label: t`volume's access point` },
  "AWS::EFS::FileSystem": { label: t`volume`, holds: t`all files on it` },
  "AWS::EFS::MountTarget": { label: t`volume's mount target` },
  "AWS::ElastiCache::CacheCluster": { label: t`cache`, holds: t`everything in it` },
  "AWS::ElastiCache::ParameterGroup": { label: t`cache settings` },
  "AWS::ElastiCache::ReplicationGroup": { label: t`cache`, holds: t`everything in it` },
  "AWS::ElastiCache::ServerlessCache": { label: t`cache`, holds: t`everything in it` },
  "AWS::ElastiCache::SubnetGroup": { label: t`cache's subnets` },
  "AWS::ElasticLoadBalancingV2::Listener": { label: t`listener` },
  "AWS::ElasticLoadBalancingV2::ListenerCertificate": { label: t`listener's certificate` },
  "AWS::ElasticLoadBalancingV2::ListenerRule": { label: t`route` },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": { label: t`load balancer` },
  "AWS::ElasticLoadBalancingV2::TargetGroup": { label: t`target group` },
  "AWS::Events::Rule": { label: t`event rule` },
  "AWS::IAM::ManagedPolicy": { label: t`permissions` },
  "AWS::IAM::Policy": { label: t`permissions` },
  "AWS::IAM::Role": { label: t`role` },
  "AWS::KMS::Alias": { label: t`encryption key's alias` },
  "AWS::KMS::Key": { label: t`encryption key`, holds: t`everything that was encrypted with it` },
  "AWS::Lambda::Function": { label: t`function` },
  "AWS::Logs::LogGroup": { label: t`log`, holds: t`the log's entries` },
  "AWS::RDS::DBCluster": { label: t`database`, holds: t`all its data`, defaultDeletion: "Snapshot" },
  "AWS::RDS::DBInstance": { label: t`database`, holds: t`all its data`, defaultDeletion: "Snapshot" },
  "AWS::RDS::DBParameterGroup": { label: t`database settings` },
  "AWS::RDS::DBSubnetGroup": { label: t`database's subnets` },
  "AWS::Route53::RecordSet": { label: t`DNS record` },
  "AWS::S3::Bucket": { label: t`bucket`, holds: t`all files in it` },
  "AWS::S3::BucketPolicy": { label: t`bucket's permissions` },
  "AWS::SNS::Topic": { label: t`topic` },
  "AWS::SQS::Queue": { label: t`queue`, holds: t`the messages in it` },
  "AWS::Scheduler::Schedule": { label: t`schedule` },
  "AWS::Scheduler::ScheduleGroup": { label: t`schedule group` },
  "AWS::SecretsManager::Secret": { label: t`secret`, holds: t`its value` },
  "AWS::SecretsManager::SecretTargetAttachment": { label: t`secret's attachment` },
  "Custom::RunTask": { label: t`one-off task` },
  "AWS::ServiceDiscovery::PrivateDnsNamespace": { label: t`internal names` },
  "AWS::ServiceDiscovery::Service": { label: t`internal name` },
};

const kindsByType = new Map(Object.entries(kinds));

/**
 * What is gone with a resource; undefined where nothing is. A secret that is put together from other resources can be
 * put together again; one that was generated cannot.
 */
export function holdingOf(resourceType: string, resource: TemplateResource | undefined): string | undefined {
  const isComposed =
    resourceType === "AWS::SecretsManager::Secret" && resource?.Properties?.["SecretString"] !== undefined;
  return isComposed ? undefined : kindOf(resourceType).holds;
}

/** Unknown types are called by the last part of their name: `AWS::IoT::TopicRule` is a "topic rule". */
export function kindOf(resourceType: string): ResourceKind {
  const known = kindsByType.get(resourceType);
  if (known) return known;
  const last = resourceType.split("::").at(-1) ?? resourceType;
  return { label: last.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase() };
}
