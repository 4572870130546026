/** Seconds at the pace of a demonstration. AWS takes ten to sixty times as long. */
const CREATION: Readonly<Record<string, number>> = {
  "AWS::CertificateManager::Certificate": 4,
  "AWS::EC2::NatGateway": 5,
  "AWS::EC2::VPC": 1.5,
  "AWS::EC2::VPCEndpoint": 3,
  "AWS::ECS::Service": 7,
  "AWS::EFS::FileSystem": 2,
  "AWS::EFS::MountTarget": 4,
  "AWS::ElastiCache::ReplicationGroup": 14,
  "AWS::ElastiCache::ServerlessCache": 10,
  "AWS::ElasticLoadBalancingV2::LoadBalancer": 6,
  "AWS::IAM::Role": 2,
  "AWS::RDS::DBCluster": 14,
  "AWS::RDS::DBInstance": 16,
};

const OTHERWISE = 0.8;

/** Milliseconds until ECS's circuit breaker has given a service up whose tasks end again and again. */
const GIVEN_UP = 15_000;

/** Milliseconds until a change of a resource has failed that is made to fail, before the Sandbox's speed scales it. */
export function failingDuration(type: string, change: "create" | "update" | "replace"): number {
  return type === "AWS::ECS::Service" ? GIVEN_UP : duration(type, change);
}

/** Milliseconds that one change of a resource takes, before the Sandbox's speed scales it. */
export function duration(type: string, change: "create" | "update" | "replace" | "delete"): number {
  const creation = (CREATION[type] ?? OTHERWISE) * 1000;
  return change === "create" || change === "replace" ? creation : creation / 2;
}
