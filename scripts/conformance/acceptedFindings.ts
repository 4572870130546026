import type { Accepted, When } from "./accepted";

const notProtected: When = { field: "app.protected", is: [false], says: "where the environment is not protected" };
const withoutDomain: When = { field: "component.domains", is: [[]], says: "where the load balancer has no domain" };
const oneInstance: When = {
  field: "component.highAvailability",
  is: [false],
  says: "where `highAvailability` is off, which in a protected environment somebody has to write",
};
const unguarded: When = {
  field: "component.deletionProtection",
  is: [false],
  says: "where `deletionProtection` is off, which in a protected environment somebody has to write",
};
const noReplica: When = {
  field: "component.replicas",
  is: [0],
  says: "where there are no replicas, which in a protected environment somebody has to write",
};
const noBackups: When = {
  field: "component.backup.retentionDays",
  is: [0],
  says: "where the manifest turns backups off with `retentionDays: 0`",
};

const balancerLogs =
  "Access logs need a bucket, and buckets cost money and are kept when a stack goes. A protected environment has one.";
const plainHttp =
  "Without a domain there can be no certificate, and so no TLS. The editor warns of it at the load balancer, and a domain makes the listener redirect to HTTPS with a policy since TLS 1.2.";
const bucketOfLogs =
  "This is the bucket that logs are written to. Logging who reads the logs would need another such bucket, and so on.";
const ownKey =
  "Encrypted with AWS's own key. A key of one's own costs a dollar a month and each use, and lets in nobody less: who may read is decided by IAM either way.";

/** Grouped by checker, then in the order of the rules. */
export const accepted: readonly Accepted[] = [
  {
    checker: "Checkov",
    rule: "CKV_AWS_2",
    types: ["AWS::ElasticLoadBalancingV2::Listener"],
    when: withoutDomain,
    reason: plainHttp,
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_18",
    types: ["AWS::S3::Bucket"],
    reason: bucketOfLogs,
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_27",
    types: ["AWS::SQS::Queue"],
    reason:
      "The queue is encrypted: `SqsManagedSseEnabled`, with keys that SQS manages. The rule looks for a KMS key alone, which costs money.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_65",
    types: ["AWS::ECS::Cluster"],
    when: notProtected,
    reason: "Container Insights is paid for by the metric. A protected environment has it.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_91",
    types: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    when: notProtected,
    reason: balancerLogs,
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_103",
    types: ["AWS::ElasticLoadBalancingV2::Listener"],
    when: withoutDomain,
    reason: plainHttp,
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_115",
    types: ["AWS::Lambda::Function"],
    reason:
      "Concurrency that is reserved is taken from the account's. A new account has too little of it to reserve any, and its first deployment would fail. CloudFormation alone calls the function, once for each task that a deployment runs.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_116",
    types: ["AWS::Lambda::Function"],
    reason:
      "A call that fails fails the deployment, with its reason, and the next deployment makes a new one. To play a lost call again later would run a migration against a stack that has moved on.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_117",
    types: ["AWS::Lambda::Function"],
    reason:
      "The function calls the APIs of ECS and CloudFormation, and nothing in the network. Inside it would need a NAT gateway or endpoints, which cost money, and would gain nothing.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_118",
    types: ["AWS::RDS::DBInstance"],
    reason:
      "Enhanced monitoring writes the metrics of the operating system to CloudWatch Logs every minute, which costs money. `aws.overrides` turns it on.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_149",
    types: ["AWS::SecretsManager::Secret"],
    reason: ownKey,
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_157",
    types: ["AWS::RDS::DBInstance"],
    when: oneInstance,
    reason: "A second instance doubles the price. A protected environment has it unless the manifest says otherwise.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_158",
    types: ["AWS::Logs::LogGroup"],
    reason: ownKey,
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_161",
    types: ["AWS::RDS::DBInstance"],
    when: notProtected,
    reason:
      "Signing in to a database through IAM is a second way in, which nothing in the application uses. It is there in a protected environment, for people whose sign-ins are to be on record.",
  },
  {
    checker: "Checkov",
    rule: "CKV_AWS_260",
    types: ["AWS::EC2::SecurityGroup"],
    reason:
      "Port 80 of the load balancer, and of nothing else, is open to the world: with a domain, to lead to HTTPS those who did not ask for it.",
  },
  {
    checker: "Checkov",
    rule: "CKV2_AWS_71",
    types: ["AWS::CertificateManager::Certificate"],
    reason: "The manifest asks for it, with a domain that begins with `*.`.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-VPC7",
    types: ["AWS::EC2::VPC"],
    when: notProtected,
    reason: "Flow logs are paid for by volume, and need a bucket. A protected environment has them.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-EC23",
    types: ["AWS::EC2::SecurityGroup"],
    reason: "Ports 80 and 443 of the load balancer, and nothing else, are open to the world: that is what it is for.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-ECS2",
    types: ["AWS::ECS::TaskDefinition"],
    reason:
      "Variables that are no secret stand in the task definition, so that a plan shows how they change. What holds a password is a reference to Secrets Manager, and a test holds every generated template to that.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-ECS4",
    types: ["AWS::ECS::Cluster"],
    when: notProtected,
    reason: "Container Insights is paid for by the metric. A protected environment has it.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-ELB2",
    types: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    when: notProtected,
    reason: balancerLogs,
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-S1",
    types: ["AWS::S3::Bucket"],
    reason: bucketOfLogs,
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-SMG4",
    types: ["AWS::SecretsManager::Secret"],
    reason:
      "A secret that is rotated has to reach the tasks that use it, and ECS reads secrets only when a task starts: the old password would be in use until the next deployment. Rotating safely takes two users and a function for each secret.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-SQS3",
    types: ["AWS::SQS::Queue"],
    reason: "This is a dead-letter queue: of the schedule, which the rule does not look at. It has none of its own.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-RDS3",
    types: ["AWS::RDS::DBInstance"],
    when: oneInstance,
    reason: "A second instance doubles the price. A protected environment has it unless the manifest says otherwise.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-RDS10",
    types: ["AWS::RDS::DBInstance"],
    when: unguarded,
    reason:
      "A database that cannot be deleted is in the way where things are tried out. In a protected environment it is on unless the manifest says otherwise.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-RDS11",
    types: ["AWS::RDS::DBInstance"],
    reason:
      "The port is open to the components that are connected, and to nobody else. Another number would hide nothing from them, would break images that take the port for granted, and cannot be changed without replacing the database.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-RDS13",
    types: ["AWS::RDS::DBInstance"],
    when: noBackups,
    reason: "The manifest says so: a cache of what can be made again needs no backups.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-AEC4",
    types: ["AWS::ElastiCache::ReplicationGroup"],
    when: noReplica,
    reason: "A replica doubles the price. A protected environment has one unless the manifest says otherwise.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:task-definition/<AWS::StackName>-NAME:*]",
    types: ["AWS::IAM::Role"],
    reason:
      "All revisions of one family: a deployment makes a new one, and the role has to start it as well as the one before.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:task/<Cluster>/*]",
    types: ["AWS::IAM::Role"],
    reason: "All tasks of this one cluster: a task's id is made when it starts.",
  },
  {
    checker: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::*]",
    types: ["AWS::IAM::Role"],
    reason:
      "Two actions that AWS lets nobody limit to a resource: asking for a token before an image is fetched from ECR (`ecr:GetAuthorizationToken`), and opening a session where the manifest says `exec` (`ssmmessages:*Channel`).",
  },
];
