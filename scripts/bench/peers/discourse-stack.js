// The Discourse sample as a CDK user would write it by hand: the peer of synth-discourse.
const { App, Stack, RemovalPolicy, Duration, SecretValue } = require("aws-cdk-lib");
const ec2 = require("aws-cdk-lib/aws-ec2");
const ecs = require("aws-cdk-lib/aws-ecs");
const efs = require("aws-cdk-lib/aws-efs");
const elasticache = require("aws-cdk-lib/aws-elasticache");
const elb = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const rds = require("aws-cdk-lib/aws-rds");
const secretsmanager = require("aws-cdk-lib/aws-secretsmanager");

const stack = new Stack(new App(), "discourse");
const vpc = new ec2.Vpc(stack, "Vpc", {
  maxAzs: 2,
  natGateways: 1,
  subnetConfiguration: [
    { name: "public", subnetType: ec2.SubnetType.PUBLIC },
    { name: "private", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
    { name: "data", subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  ],
});
const data = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

const database = new rds.DatabaseInstance(stack, "Db", {
  engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 }),
  instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.SMALL),
  vpc,
  vpcSubnets: data,
  allocatedStorage: 20,
  maxAllocatedStorage: 100,
  storageEncrypted: true,
  databaseName: "discourse",
  credentials: rds.Credentials.fromGeneratedSecret("discourse"),
  backupRetention: Duration.days(7),
  removalPolicy: RemovalPolicy.SNAPSHOT,
  parameters: { "rds.force_ssl": "1" },
});

const token = new secretsmanager.Secret(stack, "CacheToken", {
  generateSecretString: { excludePunctuation: true, passwordLength: 32 },
});
const cacheGroup = new ec2.SecurityGroup(stack, "CacheGroup", { vpc });
const cacheSubnets = new elasticache.CfnSubnetGroup(stack, "CacheSubnets", {
  description: "cache",
  subnetIds: vpc.selectSubnets(data).subnetIds,
});
const cache = new elasticache.CfnReplicationGroup(stack, "Cache", {
  replicationGroupDescription: "cache",
  engine: "valkey",
  engineVersion: "8.0",
  cacheNodeType: "cache.t4g.micro",
  numCacheClusters: 1,
  automaticFailoverEnabled: false,
  atRestEncryptionEnabled: true,
  transitEncryptionEnabled: true,
  authToken: SecretValue.secretsManager(token.secretArn).unsafeUnwrap(),
  cacheSubnetGroupName: cacheSubnets.ref,
  securityGroupIds: [cacheGroup.securityGroupId],
});

const files = new efs.FileSystem(stack, "Files", { vpc, encrypted: true });
const key = new secretsmanager.Secret(stack, "SecretKeyBase", {
  generateSecretString: { excludePunctuation: true, passwordLength: 64 },
});
const cluster = new ecs.Cluster(stack, "Cluster", { vpc });
const task = new ecs.FargateTaskDefinition(stack, "Task", {
  cpu: 1024,
  memoryLimitMiB: 2048,
  volumes: [
    { name: "shared", efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: "ENABLED" } },
  ],
});
const container = task.addContainer("web", {
  image: ecs.ContainerImage.fromRegistry("discourse/discourse:2026.1.4"),
  portMappings: [{ containerPort: 80 }],
  logging: ecs.LogDrivers.awsLogs({ streamPrefix: "web" }),
  environment: {
    DISCOURSE_DB_HOST: database.dbInstanceEndpointAddress,
    DISCOURSE_REDIS_HOST: cache.attrPrimaryEndPointAddress,
  },
  secrets: {
    SECRET_KEY_BASE: ecs.Secret.fromSecretsManager(key),
    DISCOURSE_REDIS_PASSWORD: ecs.Secret.fromSecretsManager(token),
    DISCOURSE_DB_PASSWORD: ecs.Secret.fromSecretsManager(database.secret, "password"),
  },
});
container.addMountPoints({ sourceVolume: "shared", containerPath: "/shared", readOnly: false });
const service = new ecs.FargateService(stack, "Service", {
  cluster,
  taskDefinition: task,
  desiredCount: 2,
  circuitBreaker: { rollback: true },
  healthCheckGracePeriod: Duration.seconds(300),
});
database.connections.allowDefaultPortFrom(service);
files.connections.allowDefaultPortFrom(service);
cacheGroup.connections.allowFrom(service, ec2.Port.tcp(6379));
const scaling = service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 6 });
scaling.scaleOnCpuUtilization("Cpu", { targetUtilizationPercent: 60 });

const balancer = new elb.ApplicationLoadBalancer(stack, "Edge", {
  vpc,
  internetFacing: true,
  dropInvalidHeaderFields: true,
});
const listener = balancer.addListener("Http", { port: 80 });
const targets = listener.addTargets("Web", { port: 80, targets: [service], healthCheck: { path: "/srv/status" } });
scaling.scaleOnRequestCount("Requests", { requestsPerTarget: 500, targetGroup: targets });
