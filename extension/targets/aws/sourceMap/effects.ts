import type { ComponentType } from "../../../manifest/app";

/**
 * What a field of a component decides: by resource, its properties; `*` when the resource comes and goes with it.
 *
 * A resource is named by its role (`TaskDefinition`), or by the beginning of a part's (`To*`). Those of other components
 * begin with `any:`, those that all share with `stack:`. `DependsOn` and the policies of deletion count as properties.
 */
export type Effects = Readonly<Record<string, readonly string[]>>;
type Fields = Readonly<Record<string, Effects>>;

const all = ["*"];
const policies = ["DeletionPolicy", "UpdateReplacePolicy"];
const order = { Service: ["DependsOn"], PreDeploy: ["DependsOn"], "Schedule*": ["DependsOn"] };
const definition = ["ContainerDefinitions"];
const task = { TaskDefinition: definition };
const starts = { ...task, ExecutionRole: ["Policies"] };
/** An interface endpoint that comes or goes is one more thing to wait for. */
const endpoints = { "stack:Ssm*": all, "any:": ["DependsOn"] };
const runner = { "stack:TaskRunner*": all };
const generated = { "any:Secret*": policies };
/** What names another component: its doors, and its private name, which it has only when somebody asks for it. */
const peers = {
  ...order,
  "any:From*": all,
  "any:DiscoveryName": all,
  "any:Service": ["ServiceRegistries"],
  "stack:Namespace": all,
};
/** What others are told of a component's address. */
const told = { "any:TaskDefinition": definition, "any:Environment": ["SecretString"] };

const service: Fields = {
  image: starts,
  build: starts,
  command: task,
  cpu: { TaskDefinition: ["Cpu", "Memory"] },
  memory: { TaskDefinition: ["Cpu", "Memory"] },
  architecture: { TaskDefinition: ["RuntimePlatform"] },
  env: { ...starts, ...peers, Environment: all },
  secrets: { ...starts, ...endpoints, "Secret*": all },
  connections: { ...starts, ...peers },
  volumes: {
    ...order,
    ...generated,
    "Fil*": all,
    "MountTarget*": all,
    "Volume*": all,
    TaskDefinition: [...definition, "Volumes"],
    TaskRole: ["Policies"],
  },
  logs: { LogGroup: ["RetentionInDays"] },
  exec: { ...endpoints, Service: ["EnableExecuteCommand"], TaskRole: ["Policies"], "Schedule*": ["Target"] },
  spot: {
    ...order,
    Service: ["LaunchType", "CapacityProviderStrategy", "DependsOn"],
    "Schedule*": ["Target", "DependsOn"],
    "stack:SpareCapacity": all,
  },
};

const running: Fields = {
  ...service,
  scale: { Service: ["DesiredCount"], ScalableTarget: all, "Scaling*": all },
  preDeploy: { ...runner, PreDeploy: all, Service: ["DependsOn"] },
};

const database: Fields = {
  version: { Instance: ["EngineVersion"], ParameterGroup: ["Family"], ExtensionsTask: definition },
  size: { Instance: ["DBInstanceClass", "EnablePerformanceInsights", "PerformanceInsightsRetentionPeriod"] },
  storage: { Instance: ["AllocatedStorage", "MaxAllocatedStorage"] },
  maxStorage: { Instance: ["MaxAllocatedStorage"] },
  highAvailability: { Instance: ["MultiAZ"] },
  backup: { Instance: ["BackupRetentionPeriod", "PreferredBackupWindow", "PreferredMaintenanceWindow"] },
  extensions: { ...runner, "Extensions*": all, "any:": ["DependsOn"] },
  deletionProtection: { Instance: ["DeletionProtection"] },
  onDelete: {
    ...generated,
    Instance: policies,
    SecurityGroup: policies,
    SubnetGroup: policies,
    ParameterGroup: policies,
    MasterPassword: policies,
    "stack:Vpc": policies,
    "stack:Data*": policies,
  },
};

/** By component type and field. */
export const effects: Readonly<Record<ComponentType, Fields>> = {
  web: {
    ...running,
    port: {
      ...task,
      ...told,
      Service: ["LoadBalancers", "DependsOn"],
      "From*": all,
      "Scaling*": all,
      "any:Scaling*": all,
      "any:From*": all,
      "any:To*": all,
      "any:Egress*": all,
      "any:Route*": ["Actions"],
      "any:HttpListener": ["DefaultActions"],
      "any:HttpsListener": ["DefaultActions"],
      ...{ "any:": ["DependsOn"] },
    },
    healthCheck: {
      Service: ["HealthCheckGracePeriodSeconds"],
      "any:To*": ["HealthCheckPath", "HealthCheckIntervalSeconds", "HealthCheckTimeoutSeconds", "HealthCheckPort"],
    },
    sticky: { "any:To*": ["TargetGroupAttributes"] },
  },
  worker: running,
  cron: {
    ...service,
    schedule: { "Schedule*": all },
    timezone: { "Schedule*": ["ScheduleExpressionTimezone"] },
    retries: { "Schedule*": ["Target"] },
  },
  postgres: database,
  mysql: database,
  redis: {
    version: { ReplicationGroup: ["EngineVersion"], ParameterGroup: ["CacheParameterGroupFamily"] },
    size: { ReplicationGroup: ["CacheNodeType"] },
    replicas: { ReplicationGroup: ["NumCacheClusters", "AutomaticFailoverEnabled", "MultiAZEnabled"] },
    eviction: { ParameterGroup: ["Properties"] },
  },
  "load-balancer": {
    domain: {
      ...told,
      SecurityGroup: ["SecurityGroupIngress"],
      HttpListener: ["DefaultActions"],
      HttpsListener: all,
      Certificate: all,
      "Record*": all,
      "Route*": ["ListenerArn"],
      "any:Service": ["DependsOn"],
      "any:Scaling*": ["DependsOn"],
    },
    certificate: { Certificate: all, HttpsListener: ["Certificates"] },
    hostedZone: { Certificate: ["DomainValidationOptions"], "Record*": all },
    idleTimeout: { LoadBalancer: ["LoadBalancerAttributes"] },
    routes: {
      "To*": all,
      "Route*": all,
      "Egress*": all,
      HttpListener: ["DefaultActions"],
      HttpsListener: ["DefaultActions"],
      "any:From*": all,
      "any:Scaling*": all,
      "any:TaskDefinition": definition,
      "any:Service": ["LoadBalancers", "HealthCheckGracePeriodSeconds", "DependsOn"],
    },
  },
};
