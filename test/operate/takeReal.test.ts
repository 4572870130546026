import { describe, expect, it } from "vitest";
import type { DriftedResource } from "../../extension/deploy/operate/drift";
import { takeReal } from "../../extension/deploy/operate/takeReal";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";

const text = `name: shop
region: us-east-1
components:
  web:
    type: web
    image: example/web:1
    port: 80
    scale: { min: 2, max: 6 } # measured in spring
  jobs:
    type: worker
    image: example/jobs:1
  db:
    type: postgres
    version: "16"
    size: micro # enough for a year
    storage: 20Gi
  cache:
    type: redis
    version: "7"
    size: micro
    replicas: 1
`;

const tools = { applyEdits, edit, openManifest };

interface Drifted {
  readonly type: string;
  readonly id: string;
  readonly component: string;
  readonly property: string;
  readonly actual: string;
}

function take({ type, id, component, property, actual }: Drifted, manifest = text, environment = "default") {
  const resource: DriftedResource = {
    logicalId: id,
    resourceType: type,
    label: "resource",
    component,
    state: "modified",
    properties: [],
  };
  const drifted = { path: property, kind: "changed", expected: "something else", actual } as const;
  return takeReal(tools, openManifest(manifest), environment, resource, drifted)?.text;
}

const database = { type: "AWS::RDS::DBInstance", id: "DbInstance", component: "db" };
const cache = { type: "AWS::ElastiCache::ReplicationGroup", id: "CacheReplicationGroup", component: "cache" };
const jobs = { type: "AWS::ECS::Service", id: "JobsService", component: "jobs" };
const range = { type: "AWS::ApplicationAutoScaling::ScalableTarget", id: "WebScalableTarget", component: "web" };

describe("a real value", () => {
  it.each([
    [{ ...database, property: "MultiAZ", actual: "true" }, "highAvailability: true"],
    [{ ...database, property: "AllocatedStorage", actual: "50" }, "storage: 50Gi"],
    [{ ...database, property: "DBInstanceClass", actual: "db.m7g.large" }, "size: db.m7g.large # enough for a year"],
    [{ ...database, property: "BackupRetentionPeriod", actual: "21" }, "retentionDays: 21"],
    [{ ...database, property: "DeletionProtection", actual: "false" }, "deletionProtection: false"],
    [{ ...jobs, property: "DesiredCount", actual: "4" }, "scale: 4"],
    [{ ...jobs, property: "EnableExecuteCommand", actual: "true" }, "exec: true"],
    [{ ...range, property: "MaxCapacity", actual: "9" }, "scale: { min: 2, max: 9 } # measured in spring"],
    [{ ...cache, property: "NumCacheClusters", actual: "3" }, "replicas: 2"],
  ] as const)("of $0.property goes into the manifest as its field, and comments stay", (drifted, line) => {
    const taken = take(drifted);
    expect(taken).toContain(line);
    expect(taken?.length).toBeGreaterThan(text.length - 10);
  });

  it("of one environment of several is written there alone", () => {
    const several = `${text}environments:\n  staging: {}\n  production: {}\n`;
    const taken = take({ ...database, property: "MultiAZ", actual: "true" }, several, "production");
    const manifest = openManifest(taken ?? "");
    expect(manifest.appFor("production")?.components.get("db")).toMatchObject({ highAvailability: true });
    expect(manifest.appFor("staging")?.components.get("db")).toMatchObject({ highAvailability: false });
  });

  it.each([
    ["no field says", { ...database, property: "CACertificateIdentifier", actual: "rds-ca-ecc384-g1" }],
    ["the manifest does not allow", { ...database, property: "BackupRetentionPeriod", actual: "400" }],
    ["is no value of its kind", { ...database, property: "MultiAZ", actual: "perhaps" }],
    ["would still not be made by the template", { ...database, property: "AllocatedStorage", actual: "****" }],
  ])("that %s is not taken", (_, drifted) => {
    expect(take(drifted)).toBeUndefined();
  });

  it("of what no component made is not taken", () => {
    const resource = { logicalId: "Vpc", resourceType: "AWS::EC2::VPC", label: "network", state: "modified" } as const;
    const property = { path: "EnableDnsSupport", kind: "changed", expected: "true", actual: "false" } as const;
    const drifted = { ...resource, properties: [property] };
    expect(takeReal(tools, openManifest(text), "default", drifted, property)).toBeUndefined();
  });
});
