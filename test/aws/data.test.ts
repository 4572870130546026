import { describe, expect, it } from "vitest";
import type { Database, Redis } from "../../extension/manifest/app";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { databaseName } from "../../extension/targets/databaseNames";
import { app, database, redis, web } from "./fixture";

const stack = (...[components, rest]: Parameters<typeof app>) => synthesize(app(components, rest)).template.Resources;
const instance = (rest: Partial<Database> = {}, isProtected = false) =>
  stack([database("db", rest)], { protected: isProtected })["DbInstance"]?.Properties ?? {};
const group = (rest: Partial<Redis> = {}, isProtected = false) =>
  stack([redis("cache", rest)], { protected: isProtected })["CacheReplicationGroup"];

describe("a database", () => {
  it("is encrypted, private, and takes connections over TLS only", () => {
    const all = stack([database("db")]);
    expect(all["DbInstance"]?.Properties).toMatchObject({
      StorageEncrypted: true,
      StorageType: "gp3",
      PubliclyAccessible: false,
      CopyTagsToSnapshot: true,
      AutoMinorVersionUpgrade: true,
    });
    expect(all["DbParameterGroup"]?.Properties?.["Parameters"]).toEqual({ "rds.force_ssl": "1" });
    expect(all["DbSubnetGroup"]?.Properties?.["SubnetIds"]).toEqual([{ Ref: "DataSubnet1" }, { Ref: "DataSubnet2" }]);
  });

  it("of MySQL takes connections over TLS only", () => {
    const all = stack([database("db", { type: "mysql", version: "8.0" })]);
    expect(all["DbParameterGroup"]?.Properties).toMatchObject({
      Family: "mysql8.0",
      Parameters: { require_secure_transport: "1" },
    });
  });

  it("has the password from a secret that AWS makes up, without a sign that an address would have to encode", () => {
    const all = stack([database("db")]);
    expect(all["DbMasterPassword"]?.Properties?.["GenerateSecretString"]).toMatchObject({ ExcludePunctuation: true });
    expect(all["DbInstance"]?.Properties?.["MasterUserPassword"]).toEqual({
      "Fn::Sub": "{{resolve:secretsmanager:${DbMasterPassword}:SecretString:password}}",
    });
  });

  it.each([
    ["postgres", "17", "17.8", "postgres17"],
    ["postgres", "17.7", "17.7", "postgres17"],
    ["postgres", "13", "13", "postgres13"],
    ["mysql", "8.4", "8.4.8", "mysql8.4"],
    ["mysql", "8.0.44", "8.0.44", "mysql8.0"],
  ] as const)("%s %s is release %s of family %s", (type, version, release, family) => {
    const all = stack([database("db", { type, version })]);
    expect(all["DbInstance"]?.Properties).toMatchObject({ EngineVersion: release, AllowMajorVersionUpgrade: true });
    expect(all["DbParameterGroup"]?.Properties?.["Family"]).toBe(family);
  });

  it.each([
    ["nano", "db.t4g.micro"],
    ["small", "db.t4g.small"],
    ["large", "db.m7g.large"],
    ["db.r7g.2xlarge", "db.r7g.2xlarge"],
    ["constructor", "constructor"],
  ])("of size %s is a %s", (size, expected) => {
    expect(instance({ size })["DBInstanceClass"]).toBe(expected);
  });

  it("grows up to its largest size, when that leaves room for a step", () => {
    expect(instance({ storage: 20, maxStorage: 100 })).toMatchObject({
      AllocatedStorage: "20",
      MaxAllocatedStorage: 100,
    });
    expect(instance({ storage: 20, maxStorage: 21 })).not.toHaveProperty("MaxAllocatedStorage");
    expect(instance({ storage: 20 })).not.toHaveProperty("MaxAllocatedStorage");
  });

  it("is no smaller than the smallest disk", () => {
    expect(instance({ storage: 5 })["AllocatedStorage"]).toBe("20");
  });

  it("is backed up when it says, and never kept up at the same time", () => {
    expect(instance({ backup: { retentionDays: 14, window: "02:00-03:00" } })).toMatchObject({
      BackupRetentionPeriod: 14,
      PreferredBackupWindow: "02:00-03:00",
      PreferredMaintenanceWindow: "sun:03:30-sun:04:30",
    });
    expect(instance()).not.toHaveProperty("PreferredMaintenanceWindow");
  });

  it("stands twice for high availability, and cannot be deleted where it says so", () => {
    expect(instance({ highAvailability: true, deletionProtection: true })).toMatchObject({
      MultiAZ: true,
      DeletionProtection: true,
    });
  });

  it("keeps its automated backups in a protected environment", () => {
    expect(instance({}, true)["DeleteAutomatedBackups"]).toBe(false);
    expect(instance({}, false)["DeleteAutomatedBackups"]).toBe(true);
  });

  it.each([
    ["snapshot", "Snapshot", "Snapshot"],
    ["retain", "RetainExceptOnCreate", "Retain"],
    ["delete", "Delete", "Delete"],
  ] as const)("leaves a %s", (onDelete, deletion, replacement) => {
    expect(stack([database("db", { onDelete })])["DbInstance"]).toMatchObject({
      DeletionPolicy: deletion,
      UpdateReplacePolicy: replacement,
    });
  });

  it("that is kept keeps the ground it stands on, so that the stack can be deleted", () => {
    const all = stack([database("db", { onDelete: "retain" }), database("other")]);
    const kept = Object.keys(all).filter((id) => all[id]?.DeletionPolicy?.startsWith("Retain"));
    expect(kept).toEqual([
      "Vpc",
      "DataSubnet1",
      "DataSubnet2",
      "DataRouteTable",
      "DataSubnet1Routes",
      "DataSubnet2Routes",
      "DbSecurityGroup",
      "DbSubnetGroup",
      "DbParameterGroup",
      "DbMasterPassword",
      "DbInstance",
    ]);
  });

  it.each([
    ["shop", "shop"],
    ["my-shop", "my_shop"],
    ["user", "user_app"],
    ["order", "order_app"],
  ])("of the application %s is called %s", (name, expected) => {
    expect(databaseName(name)).toBe(expected);
  });

  it("says where it is", () => {
    const { template, outputs } = synthesize(app([database("db")]));
    expect(outputs).toContainEqual({ key: "DbHost", label: "Private host name", component: "db" });
    expect(template.Outputs["DbHost"]?.Value).toEqual({ "Fn::GetAtt": ["DbInstance", "Endpoint.Address"] });
  });
});

describe("a cache", () => {
  it("is Valkey, encrypted on disk and on the way, with a password", () => {
    expect(group()?.Properties).toMatchObject({
      Engine: "valkey",
      EngineVersion: "8.2",
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      AuthToken: { "Fn::Sub": "{{resolve:secretsmanager:${CacheAuthToken}:SecretString:password}}" },
    });
  });

  it.each([
    ["7", "7.2", "valkey7"],
    ["8", "8.2", "valkey8"],
  ])("of version %s is %s of family %s", (version, release, family) => {
    const all = stack([redis("cache", { version, eviction: "allkeys-lru" })]);
    expect(all["CacheReplicationGroup"]?.Properties?.["EngineVersion"]).toBe(release);
    expect(all["CacheParameterGroup"]?.Properties).toMatchObject({
      CacheParameterGroupFamily: family,
      Properties: { "maxmemory-policy": "allkeys-lru" },
    });
  });

  it("fails over when there is something to fail over to", () => {
    expect(group({ replicas: 0 })?.Properties).toMatchObject({
      NumCacheClusters: 1,
      AutomaticFailoverEnabled: false,
      MultiAZEnabled: false,
    });
    expect(group({ replicas: 2 })?.Properties).toMatchObject({
      NumCacheClusters: 3,
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
    });
  });

  it("leaves a snapshot, and makes one every day", () => {
    expect(group()).toMatchObject({ DeletionPolicy: "Snapshot", UpdateReplacePolicy: "Snapshot" });
    expect(group({}, false)?.Properties?.["SnapshotRetentionLimit"]).toBe(1);
    expect(group({}, true)?.Properties?.["SnapshotRetentionLimit"]).toBe(7);
  });

  it("lets in whoever is connected to it, and nobody else", () => {
    const all = stack([redis("cache"), web("web", { connections: [{ to: "cache", prefix: "CACHE" }] }), web("other")]);
    expect(Object.keys(all).filter((id) => id.startsWith("CacheFrom"))).toEqual(["CacheFromWebPort6379"]);
  });
});
