import type { Plan, PlannedChange } from "../../extension/deploy/types";
import type { DeploymentView } from "../../extension/protocol/messages";

/** Deployments as the engine describes them, at each point of their way. */
const common: DeploymentView = {
  environment: "staging",
  target: "sandbox",
  stackName: "shop-staging",
  phase: "deploying",
  text: "Creating 14 of 32 resources",
  done: 14,
  total: 32,
  components: {
    edge: { phase: "waiting", done: 0, total: 5, text: "" },
    web: { phase: "working", done: 3, total: 8, text: "Creating the service" },
    db: { phase: "done", done: 6, total: 6, text: "Created the database" },
  },
};

const changes: readonly PlannedChange[] = [
  {
    action: "replace",
    logicalId: "Db",
    resourceType: "AWS::RDS::DBInstance",
    label: "database",
    component: "db",
    path: ["components", "db"],
    data: "snapshot",
    properties: [{ path: "Properties.StorageEncrypted", before: "false", after: "true", recreation: "always" }],
  },
  {
    action: "modify",
    logicalId: "Web",
    resourceType: "AWS::ECS::Service",
    label: "service",
    component: "web",
    path: ["components", "web"],
    properties: [{ path: "Properties.DesiredCount", before: "1", after: "2", recreation: "never" }],
  },
  { action: "add", logicalId: "Vpc", resourceType: "AWS::EC2::VPC", label: "network", properties: [] },
];

export const plan: Plan = {
  stackName: "shop-staging",
  stackId: "arn:aws:cloudformation:us-east-1:000000000000:stack/shop-staging/1",
  changeSetId: "arn:aws:cloudformation:us-east-1:000000000000:changeSet/stackwright-1/1",
  environment: "staging",
  identity: { target: "sandbox", account: "000000000000", arn: "arn:aws:iam::000000000000:root", region: "us-east-1" },
  kind: "update",
  changes,
  dataRisks: ["The database “db” is replaced. A last snapshot of its data is kept."],
  protected: true,
  createdAt: "2026-11-22T19:00:00Z",
  outputs: [],
};

export const deploying: DeploymentView = common;
export const planned: DeploymentView = {
  ...common,
  phase: "planned",
  text: "",
  components: {},
  done: 0,
  total: 3,
  plan,
};
export const failed: DeploymentView = {
  ...common,
  phase: "failed",
  components: { db: { phase: "failed", done: 1, total: 6, text: "Creation failed" } },
  failure: {
    code: "quota-exceeded",
    message: "The database could not be created: the account has too many.",
    fix: "Ask for a higher quota, or remove one that is not needed.",
    raw: "DBInstanceQuotaExceeded",
    component: "db",
    path: ["components", "db"],
  },
};
export const succeeded: DeploymentView = {
  ...common,
  phase: "succeeded",
  text: "32 resources in 36 s",
  outputs: [
    { key: "Url", label: "Address", value: "http://shop.example.com", component: "edge" },
    { key: "DbHost", label: "Database host", value: "db.example.com", component: "db" },
  ],
};
