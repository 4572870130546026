import { t } from "../../../manifest/l10n";
import { priceCache, priceDatabase, priceFiles, priceSecret } from "./data";
import { always, counted, type Line, type Priced } from "./line";
import { priceAddress, priceEndpoint, priceFlowLog, priceLoadBalancer, priceNatGateway, priceZone } from "./network";
import { type Read, type Reading, textAt } from "./reading";
import { priceCluster, priceService, priceTaskDefinition } from "./tasks";

type Pricer = (read: Read, reading: Reading) => Priced;

const alarms = (count: number): Line => ({
  kind: "alarm",
  text: counted(t`CloudWatch alarm`, t`CloudWatch alarms`),
  count: always(count),
  keys: ["cloudwatch_alarm_month"],
  unit: t`alarm-month`,
  units: 1,
});

const byUse =
  (text: string, unit: string, ...keys: string[]): Pricer =>
  () => ({ usage: [{ text, unit, keys }] });

const monthly =
  (one: string, many: string, unit: string, key: string): Pricer =>
  () => ({ lines: [{ kind: key, text: counted(one, many), count: always(1), keys: [key], unit, units: 1 }] });

/** What AWS asks money for. */
export const pricers: Readonly<Record<string, Pricer>> = {
  "AWS::ApplicationAutoScaling::ScalingPolicy": ({ properties }) =>
    // Target tracking makes two alarms of its own for each policy: one to scale out, one to scale in.
    textAt(properties, "PolicyType") === "TargetTrackingScaling" ? { lines: [alarms(2)] } : {},
  "AWS::CloudWatch::Alarm": () => ({ lines: [alarms(1)] }),
  "AWS::EC2::EIP": priceAddress,
  "AWS::EC2::FlowLog": priceFlowLog,
  "AWS::EC2::NatGateway": priceNatGateway,
  "AWS::EC2::VPCEndpoint": priceEndpoint,
  "AWS::ECR::Repository": byUse(t`Images that are stored`, t`GB-month`, "ecr_storage_gb_month"),
  "AWS::ECS::Cluster": priceCluster,
  "AWS::ECS::Service": priceService,
  "AWS::ECS::TaskDefinition": priceTaskDefinition,
  "AWS::EFS::FileSystem": priceFiles,
  "AWS::ElastiCache::CacheCluster": priceCache,
  "AWS::ElastiCache::ReplicationGroup": priceCache,
  "AWS::ElasticLoadBalancingV2::LoadBalancer": priceLoadBalancer,
  "AWS::KMS::Key": monthly(t`Encryption key`, t`encryption keys`, t`key-month`, "kms_key_month"),
  "AWS::Lambda::Function": byUse(t`Functions that run during deployments`, t`GB-second`, "lambda_gb_second"),
  "AWS::Logs::LogGroup": byUse(t`Logs that are written`, t`GB`, "cloudwatch_logs_ingest_gb"),
  "AWS::RDS::DBInstance": priceDatabase,
  "AWS::Route53::HostedZone": priceZone,
  "AWS::S3::Bucket": byUse(t`Objects that are stored`, t`GB-month`, "s3_standard_gb_month"),
  "AWS::Scheduler::Schedule": byUse(t`Starts by EventBridge Scheduler`, t`start`, "scheduler_invocation"),
  "AWS::SecretsManager::Secret": priceSecret,
  "AWS::SNS::Topic": byUse(t`Messages of topics`, t`message`, "sns_message"),
  "AWS::SQS::Queue": byUse(t`Messages of queues`, t`message`, "sqs_message"),
  "AWS::ServiceDiscovery::PrivateDnsNamespace": priceZone,
};

/** What AWS asks nothing for by itself. Whatever is in neither table has an unknown price. */
const free = new Set([
  "AWS::ApplicationAutoScaling::ScalableTarget",
  "AWS::CertificateManager::Certificate",
  "AWS::EC2::InternetGateway",
  "AWS::EC2::Route",
  "AWS::EC2::RouteTable",
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::SecurityGroupEgress",
  "AWS::EC2::SecurityGroupIngress",
  "AWS::EC2::Subnet",
  "AWS::EC2::SubnetRouteTableAssociation",
  "AWS::EC2::VPC",
  "AWS::EC2::VPCGatewayAttachment",
  "AWS::ECS::ClusterCapacityProviderAssociations",
  "AWS::EFS::AccessPoint",
  "AWS::EFS::MountTarget",
  "AWS::ElastiCache::ParameterGroup",
  "AWS::ElastiCache::SubnetGroup",
  "AWS::ElasticLoadBalancingV2::Listener",
  "AWS::ElasticLoadBalancingV2::ListenerCertificate",
  "AWS::ElasticLoadBalancingV2::ListenerRule",
  "AWS::ElasticLoadBalancingV2::TargetGroup",
  "AWS::IAM::ManagedPolicy",
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::IAM::RolePolicy",
  "AWS::Lambda::Permission",
  "AWS::RDS::DBParameterGroup",
  "AWS::RDS::DBSubnetGroup",
  "AWS::Route53::RecordSet",
  "AWS::S3::BucketPolicy",
  "AWS::Scheduler::ScheduleGroup",
  "AWS::SecretsManager::ResourcePolicy",
  "AWS::SecretsManager::SecretTargetAttachment",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::ServiceDiscovery::Service",
]);

/** Whether it is known of a type what, if anything, is paid for it. */
export const isKnown = (type: string): boolean => Object.hasOwn(pricers, type) || free.has(type);

/** What is to be paid for a resource. */
export function pricedOf(read: Read, reading: Reading): Priced {
  // What stands for another resource's doing, such as waiting for it, is no service of AWS.
  if (free.has(read.type) || /^(?:AWS::CloudFormation|Custom)::/.test(read.type)) return {};
  const pricer = Object.hasOwn(pricers, read.type) ? pricers[read.type] : undefined;
  if (pricer) return pricer(read, reading);
  const text = counted(`${read.id} (${read.type})`, read.type);
  return { lines: [{ kind: read.id, text, count: always(1), keys: [], unit: t`month`, units: 1 }] };
}
