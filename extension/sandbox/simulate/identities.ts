import { isMap, type Json } from "../state/json";
import { arn, digits, generatedName, hex, letters, property, type Subject, uuid } from "./subject";

/** What a resource is called once made, and what `Fn::GetAtt` gives for it beyond the general rule. */
export interface Identity {
  readonly physicalId: string;
  readonly attributes?: Readonly<Record<string, Json>>;
}

type Identify = (subject: Subject) => Identity;

function ec2(
  prefix: string,
  attribute: string,
  more: (subject: Subject) => Readonly<Record<string, Json>> = () => ({}),
): Identify {
  return (subject) => {
    const physicalId = `${prefix}-${hex(subject, 17)}`;
    return { physicalId, attributes: { [attribute]: physicalId, ...more(subject) } };
  };
}

/** A resource with a name that the template may give; `at` is the longest name allowed. */
function named(
  nameProperty: string,
  at: number,
  more: (subject: Subject, name: string) => Readonly<Record<string, Json>>,
  lower = false,
): Identify {
  return (subject) => {
    const given = property(subject, nameProperty) ?? generatedName(subject, at);
    const physicalId = lower ? given.toLowerCase() : given;
    return { physicalId, attributes: more(subject, physicalId) };
  };
}

const loadBalancer: Identify = (subject) => {
  const name = property(subject, "Name") ?? generatedName(subject, 32);
  const type = property(subject, "Type") === "network" ? "net" : "app";
  const full = `${type}/${name}/${hex(subject, 16)}`;
  const internal = property(subject, "Scheme") === "internal" ? "internal-" : "";
  const physicalId = arn(subject, "elasticloadbalancing", `loadbalancer/${full}`);
  return {
    physicalId,
    attributes: {
      LoadBalancerArn: physicalId,
      LoadBalancerFullName: full,
      LoadBalancerName: name,
      DNSName: `${internal}${name}-${digits(subject, 10)}.${subject.region}.elb.amazonaws.com`,
      CanonicalHostedZoneID: `Z${letters(subject, 13)}`,
      SecurityGroups: subject.properties["SecurityGroups"] ?? [],
    },
  };
};

const targetGroup: Identify = (subject) => {
  const name = property(subject, "Name") ?? generatedName(subject, 32);
  const full = `targetgroup/${name}/${hex(subject, 16)}`;
  const physicalId = arn(subject, "elasticloadbalancing", full);
  return {
    physicalId,
    attributes: { TargetGroupArn: physicalId, TargetGroupFullName: full, TargetGroupName: name, LoadBalancerArns: [] },
  };
};

/** Listeners and rules are named after what they belong to. */
function listenerOf(parentProperty: string, from: string, to: string, attribute: string): Identify {
  return (subject) => {
    const parent = property(subject, parentProperty) ?? arn(subject, "elasticloadbalancing", `${from}/app/unknown/0`);
    const physicalId = `${parent.replace(`:${from}/`, `:${to}/`)}/${hex(subject, 16)}`;
    return { physicalId, attributes: { [attribute]: physicalId } };
  };
}

const PORTS: Readonly<Record<string, string>> = { postgres: "5432", mysql: "3306", mariadb: "3306" };

function databasePort(subject: Subject): string {
  return (
    property(subject, "Port") ??
    PORTS[(property(subject, "Engine") ?? "").replace(/^aurora-/, "").replace("postgresql", "postgres")] ??
    "3306"
  );
}

function managedSecret(subject: Subject, kind: string): Json {
  const name = `rds!${kind}-${uuid(subject)}`;
  return arn(subject, "secretsmanager", `secret:${name}-${letters(subject, 6, "secret")}`);
}

const databaseInstance = named(
  "DBInstanceIdentifier",
  63,
  (subject, name) => ({
    DBInstanceArn: arn(subject, "rds", `db:${name}`),
    DbiResourceId: `db-${letters(subject, 26)}`,
    "Endpoint.Address": `${name}.c${hex(subject, 11, "cluster")}.${subject.region}.rds.amazonaws.com`,
    "Endpoint.Port": databasePort(subject),
    "Endpoint.HostedZoneId": `Z${letters(subject, 13)}`,
    "MasterUserSecret.SecretArn": managedSecret(subject, "db"),
  }),
  true,
);

const databaseCluster = named(
  "DBClusterIdentifier",
  63,
  (subject, name) => ({
    DBClusterArn: arn(subject, "rds", `cluster:${name}`),
    DBClusterResourceId: `cluster-${letters(subject, 26)}`,
    "Endpoint.Address": `${name}.cluster-c${hex(subject, 11, "cluster")}.${subject.region}.rds.amazonaws.com`,
    "Endpoint.Port": databasePort(subject),
    "ReadEndpoint.Address": `${name}.cluster-ro-c${hex(subject, 11, "cluster")}.${subject.region}.rds.amazonaws.com`,
    "MasterUserSecret.SecretArn": managedSecret(subject, "cluster"),
  }),
  true,
);

const replicationGroup = named(
  "ReplicationGroupId",
  40,
  (subject, name) => {
    const port = property(subject, "Port") ?? "6379";
    const domain = `${name}.${hex(subject, 6, "cache")}.${subject.region.replace(/-/g, "").slice(0, 4)}.cache.amazonaws.com`;
    return {
      "PrimaryEndPoint.Address": `master.${domain}`,
      "PrimaryEndPoint.Port": port,
      "ReaderEndPoint.Address": `replica.${domain}`,
      "ReaderEndPoint.Port": port,
      "ConfigurationEndPoint.Address": `clustercfg.${domain}`,
      "ConfigurationEndPoint.Port": port,
    };
  },
  true,
);

const service: Identify = (subject) => {
  const cluster = (property(subject, "Cluster") ?? "default").split("/").at(-1) ?? "default";
  const name = property(subject, "ServiceName") ?? generatedName(subject);
  const physicalId = arn(subject, "ecs", `service/${cluster}/${name}`);
  return { physicalId, attributes: { Name: name, ServiceArn: physicalId } };
};

const taskDefinition: Identify = (subject) => {
  const family = property(subject, "Family") ?? generatedName(subject).replace(/-/g, "");
  const physicalId = arn(
    subject,
    "ecs",
    `task-definition/${family}:${(Number.parseInt(hex(subject, 4), 16) % 97) + 1}`,
  );
  return { physicalId, attributes: { TaskDefinitionArn: physicalId } };
};

const secret: Identify = (subject) => {
  const name = property(subject, "Name") ?? generatedName(subject);
  const physicalId = arn(subject, "secretsmanager", `secret:${name}-${letters(subject, 6, "secret")}`);
  return { physicalId, attributes: { Id: physicalId } };
};

const scalableTarget: Identify = (subject) => {
  const [resource, dimension, namespace] = ["ResourceId", "ScalableDimension", "ServiceNamespace"].map(
    (name) => property(subject, name) ?? "",
  );
  const physicalId = `${resource}|${dimension}|${namespace}`;
  return { physicalId, attributes: { Id: physicalId } };
};

const scalingPolicy: Identify = (subject) => {
  const name = property(subject, "PolicyName") ?? subject.logicalId;
  const physicalId = arn(subject, "autoscaling", `scalingPolicy:${uuid(subject)}:policyName/${name}`);
  return { physicalId, attributes: { Arn: physicalId } };
};

const elasticIp: Identify = (subject) => {
  const physicalId = `203.0.113.${Number.parseInt(hex(subject, 2), 16)}`;
  return { physicalId, attributes: { PublicIp: physicalId, AllocationId: `eipalloc-${hex(subject, 17)}` } };
};

const gatewayAttachment: Identify = (subject) => {
  const kind = property(subject, "VpnGatewayId") ? "VGW" : "IGW";
  return { physicalId: `${kind}|${property(subject, "VpcId") ?? ""}`, attributes: { AttachmentType: kind } };
};

const role = named("RoleName", 64, (subject, name) => ({
  Arn: `arn:aws:iam::${subject.account}:role${property(subject, "Path") ?? "/"}${name}`,
  RoleId: `AROA${letters(subject, 17)}`,
}));

const managedPolicy: Identify = (subject) => {
  const physicalId = `arn:aws:iam::${subject.account}:policy${property(subject, "Path") ?? "/"}${property(subject, "ManagedPolicyName") ?? generatedName(subject, 128)}`;
  return { physicalId, attributes: { PolicyArn: physicalId } };
};

const subnetZone = (subject: Subject): Readonly<Record<string, Json>> => ({
  AvailabilityZone: property(subject, "AvailabilityZone") ?? `${subject.region}a`,
  CidrBlock: property(subject, "CidrBlock") ?? "",
  VpcId: property(subject, "VpcId") ?? "",
  Ipv6CidrBlocks: [],
});

const queue: Identify = (subject) => {
  const name = property(subject, "QueueName") ?? generatedName(subject, 80);
  const physicalId = `https://sqs.${subject.region}.amazonaws.com/${subject.account}/${name}`;
  return { physicalId, attributes: { Arn: arn(subject, "sqs", name), QueueName: name, QueueUrl: physicalId } };
};

const schedule = named("Name", 64, (subject, name) => ({
  Arn: arn(subject, "scheduler", `schedule/${property(subject, "GroupName") ?? "default"}/${name}`),
}));

const certificate: Identify = (subject) => ({ physicalId: arn(subject, "acm", `certificate/${uuid(subject)}`) });

const bucket = named(
  "BucketName",
  63,
  (subject, name) => ({
    Arn: `arn:aws:s3:::${name}`,
    DomainName: `${name}.s3.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${subject.region}.amazonaws.com`,
  }),
  true,
);

const accessPoint: Identify = (subject) => {
  const physicalId = `fsap-${hex(subject, 17)}`;
  return {
    physicalId,
    attributes: { AccessPointId: physicalId, Arn: arn(subject, "elasticfilesystem", `access-point/${physicalId}`) },
  };
};

const fileSystem: Identify = (subject) => {
  const physicalId = `fs-${hex(subject, 17)}`;
  return {
    physicalId,
    attributes: { FileSystemId: physicalId, Arn: arn(subject, "elasticfilesystem", `file-system/${physicalId}`) },
  };
};

function secretAttachment(subject: Subject): Identity {
  const secretId = property(subject, "SecretId") ?? "";
  return { physicalId: secretId, attributes: { Id: secretId } };
}

function custom(subject: Subject): Identity {
  return { physicalId: uuid(subject), attributes: isMap(subject.properties) ? subject.properties : {} };
}

const vpc = ec2("vpc", "VpcId", (subject) => ({
  CidrBlock: property(subject, "CidrBlock") ?? "",
  DefaultNetworkAcl: `acl-${hex(subject, 17, "acl")}`,
  DefaultSecurityGroup: `sg-${hex(subject, 17, "sg")}`,
  CidrBlockAssociations: [`vpc-cidr-assoc-${hex(subject, 17, "cidr")}`],
  Ipv6CidrBlocks: [],
}));

/** Types whose identity the general rule would not guess. */
export const identities: ReadonlyMap<string, Identify> = new Map<string, Identify>([
  ["AWS::ApplicationAutoScaling::ScalableTarget", scalableTarget],
  ["AWS::ApplicationAutoScaling::ScalingPolicy", scalingPolicy],
  ["AWS::CertificateManager::Certificate", certificate],
  ["AWS::EC2::EIP", elasticIp],
  ["AWS::EC2::FlowLog", ec2("fl", "Id")],
  ["AWS::EC2::InternetGateway", ec2("igw", "InternetGatewayId")],
  ["AWS::EC2::NatGateway", ec2("nat", "NatGatewayId")],
  ["AWS::EC2::RouteTable", ec2("rtb", "RouteTableId")],
  [
    "AWS::EC2::Route",
    (subject) => ({
      physicalId: `${property(subject, "RouteTableId") ?? ""}|${property(subject, "DestinationCidrBlock") ?? ""}`,
    }),
  ],
  [
    "AWS::EC2::SecurityGroup",
    ec2("sg", "GroupId", (subject) => ({ Id: `sg-${hex(subject, 17)}`, VpcId: property(subject, "VpcId") ?? "" })),
  ],
  ["AWS::EC2::SecurityGroupIngress", ec2("sgr", "Id")],
  ["AWS::EC2::SecurityGroupEgress", ec2("sgr", "Id")],
  ["AWS::EC2::Subnet", ec2("subnet", "SubnetId", subnetZone)],
  ["AWS::EC2::SubnetRouteTableAssociation", ec2("rtbassoc", "Id")],
  ["AWS::EC2::VPC", vpc],
  ["AWS::EC2::VPCEndpoint", ec2("vpce", "Id", () => ({ DnsEntries: [], NetworkInterfaceIds: [] }))],
  ["AWS::EC2::VPCGatewayAttachment", gatewayAttachment],
  [
    "AWS::ECS::Cluster",
    named("ClusterName", 255, (subject, name) => ({ Arn: arn(subject, "ecs", `cluster/${name}`) })),
  ],
  ["AWS::ECS::Service", service],
  ["AWS::ECS::TaskDefinition", taskDefinition],
  ["AWS::EFS::AccessPoint", accessPoint],
  ["AWS::EFS::FileSystem", fileSystem],
  ["AWS::EFS::MountTarget", ec2("fsmt", "Id", () => ({ IpAddress: "10.0.0.10" }))],
  ["AWS::ElastiCache::ReplicationGroup", replicationGroup],
  ["AWS::ElastiCache::ParameterGroup", named("CacheParameterGroupName", 255, () => ({}), true)],
  ["AWS::ElastiCache::SubnetGroup", named("CacheSubnetGroupName", 255, () => ({}), true)],
  ["AWS::ElasticLoadBalancingV2::Listener", listenerOf("LoadBalancerArn", "loadbalancer", "listener", "ListenerArn")],
  ["AWS::ElasticLoadBalancingV2::ListenerRule", listenerOf("ListenerArn", "listener", "listener-rule", "RuleArn")],
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", loadBalancer],
  ["AWS::ElasticLoadBalancingV2::TargetGroup", targetGroup],
  ["AWS::IAM::ManagedPolicy", managedPolicy],
  ["AWS::IAM::Role", role],
  [
    "AWS::KMS::Key",
    (subject) => ({
      physicalId: uuid(subject),
      attributes: { KeyId: uuid(subject), Arn: arn(subject, "kms", `key/${uuid(subject)}`) },
    }),
  ],
  [
    "AWS::Logs::LogGroup",
    named("LogGroupName", 512, (subject, name) => ({ Arn: arn(subject, "logs", `log-group:${name}:*`) })),
  ],
  ["AWS::RDS::DBCluster", databaseCluster],
  ["AWS::RDS::DBInstance", databaseInstance],
  ["AWS::RDS::DBParameterGroup", named("DBParameterGroupName", 255, () => ({}), true)],
  ["AWS::RDS::DBSubnetGroup", named("DBSubnetGroupName", 255, () => ({}), true)],
  [
    "AWS::Route53::HostedZone",
    (subject) => ({
      physicalId: `Z${letters(subject, 20)}`,
      attributes: { Id: `Z${letters(subject, 20)}`, NameServers: [] },
    }),
  ],
  ["AWS::Route53::RecordSet", (subject) => ({ physicalId: (property(subject, "Name") ?? "").replace(/\.$/, "") })],
  ["AWS::S3::Bucket", bucket],
  ["AWS::SQS::Queue", queue],
  ["AWS::Scheduler::Schedule", schedule],
  ["AWS::SecretsManager::Secret", secret],
  ["AWS::SecretsManager::SecretTargetAttachment", secretAttachment],
  ["AWS::CloudFormation::CustomResource", custom],
  ["Custom::", custom],
]);
