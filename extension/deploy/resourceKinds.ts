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
  "AWS::ApplicationAutoScaling::ScalableTarget": { label: "scaling range" },
  "AWS::ApplicationAutoScaling::ScalingPolicy": { label: "scaling rule" },
  "AWS::CertificateManager::Certificate": { label: "certificate" },
  "AWS::CloudFormation::Stack": { label: "stack" },
  "AWS::CloudWatch::Alarm": { label: "alarm" },
  "AWS::DynamoDB::Table": { label: "table", holds: "all its data" },
  "AWS::EC2::EIP": { label: "public address" },
  "AWS::EC2::FlowLog": { label: "network log" },
  "AWS::EC2::InternetGateway": { label: "internet gateway" },
  "AWS::EC2::NatGateway": { label: "NAT gateway" },
  "AWS::EC2::Route": { label: "network route" },
  "AWS::EC2::RouteTable": { label: "route table" },
  "AWS::EC2::SecurityGroup": { label: "firewall" },
  "AWS::EC2::SecurityGroupEgress": { label: "firewall rule" },
  "AWS::EC2::SecurityGroupIngress": { label: "firewall rule" },
  "AWS::EC2::Subnet": { label: "subnet" },
  "AWS::EC2::SubnetRouteTableAssociation": { label: "subnet route" },
  "AWS::EC2::VPC": { label: "network" },
  "AWS::EC2::VPCEndpoint": { label: "network endpoint" },
  "AWS::EC2::VPCGatewayAttachment": { label: "internet gateway's attachment" },
  "AWS::ECR::Repository": { label: "image registry", holds: "the images in it" },
  "AWS::ECS::Cluster": { label: "cluster" },
  "AWS::ECS::Service": { label: "service" },
  "AWS::ECS::TaskDefinition": { label: "task definition", revisions: true },
  "AWS::EFS::AccessPoint": { label: "volume's access point" },
  "AWS::EFS::FileSystem": { label: "volume", holds: "all files on it" },
  "AWS::EFS::MountTarget": { label: "volume's mount target" },
  "AWS::ElastiCache::CacheCluster": { label: "cache", holds: "everything in it" },
  "AWS::ElastiCache::ParameterGroup": { label: "cache settings" },
  "AWS::ElastiCache::ReplicationGroup": { label: "cache", holds: "everything in it" },
  "AWS::ElastiCache::ServerlessCache": { label: "cache", holds: "everything in it" },
  "AWS::ElastiCache::SubnetGroup": { label: "cache's subnets" },
  "AWS::ElasticLoadBalancingV2::Listener": { label: "listener" },
  "AWS::ElasticLoadBalancingV2::ListenerCertificate": { label: "listener's certificate" },
  "AWS::ElasticLoadBalancingV2::ListenerRule": { label: "route" },
  "AWS::ElasticLoadBalancingV2::LoadBalancer": { label: "load balancer" },
  "AWS::ElasticLoadBalancingV2::TargetGroup": { label: "target group" },
  "AWS::Events::Rule": { label: "event rule" },
  "AWS::IAM::ManagedPolicy": { label: "permissions" },
  "AWS::IAM::Policy": { label: "permissions" },
  "AWS::IAM::Role": { label: "role" },
  "AWS::KMS::Alias": { label: "encryption key's alias" },
  "AWS::KMS::Key": { label: "encryption key", holds: "everything that was encrypted with it" },
  "AWS::Lambda::Function": { label: "function" },
  "AWS::Logs::LogGroup": { label: "log", holds: "the log's entries" },
  "AWS::RDS::DBCluster": { label: "database", holds: "all its data", defaultDeletion: "Snapshot" },
  "AWS::RDS::DBInstance": { label: "database", holds: "all its data", defaultDeletion: "Snapshot" },
  "AWS::RDS::DBParameterGroup": { label: "database settings" },
  "AWS::RDS::DBSubnetGroup": { label: "database's subnets" },
  "AWS::Route53::RecordSet": { label: "DNS record" },
  "AWS::S3::Bucket": { label: "bucket", holds: "all files in it" },
  "AWS::S3::BucketPolicy": { label: "bucket's permissions" },
  "AWS::SNS::Topic": { label: "topic" },
  "AWS::SQS::Queue": { label: "queue", holds: "the messages in it" },
  "AWS::Scheduler::Schedule": { label: "schedule" },
  "AWS::Scheduler::ScheduleGroup": { label: "schedule group" },
  "AWS::SecretsManager::Secret": { label: "secret", holds: "its value" },
  "AWS::SecretsManager::SecretTargetAttachment": { label: "secret's attachment" },
  "Custom::RunTask": { label: "one-off task" },
  "AWS::ServiceDiscovery::PrivateDnsNamespace": { label: "internal names" },
  "AWS::ServiceDiscovery::Service": { label: "internal name" },
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
