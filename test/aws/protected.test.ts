import { describe, expect, it } from "vitest";
import type { App, Component } from "../../extension/manifest/app";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Resource } from "../../extension/targets/aws/template";
import { app, balancer, database, network, route, web, worker } from "./fixture";

const vpc = { id: "vpc-0123456789abcdef0", publicSubnets: ["a", "b"], privateSubnets: ["c", "d"] };
const shop = [balancer("edge", { routes: [route("web")] }), web("web"), database("db")];

function resources(components: readonly Component[], rest: Partial<App> = {}): Readonly<Record<string, Resource>> {
  return synthesize(app(components, { protected: true, ...rest })).template.Resources;
}
const attributesOf = (all: Readonly<Record<string, Resource>>) =>
  all["EdgeLoadBalancer"]?.Properties?.["LoadBalancerAttributes"] as { Key: string; Value: unknown }[];

describe("a protected environment", () => {
  const all = resources(shop);

  it("writes down who asked for what, in a bucket that is ready before", () => {
    expect(attributesOf(all)).toEqual(
      expect.arrayContaining([
        { Key: "access_logs.s3.enabled", Value: "true" },
        { Key: "access_logs.s3.bucket", Value: { Ref: "LogBucket" } },
        { Key: "access_logs.s3.prefix", Value: "access/edge" },
      ]),
    );
    expect(all["EdgeLoadBalancer"]?.DependsOn).toContain("LogBucketPolicy");
  });

  it("writes down who spoke to whom, once it may", () => {
    expect(all["FlowLog"]).toMatchObject({
      DependsOn: ["LogBucketPolicy"],
      Properties: { ResourceId: { Ref: "Vpc" }, TrafficType: "ALL", LogDestinationType: "s3" },
    });
  });

  it("keeps both in private, encrypted, for as long as other logs, and beyond the stack", () => {
    expect(all["LogBucket"]).toMatchObject({
      // Not `RetainExceptOnCreate`: a bucket with something in it cannot be deleted, and a rollback would fail.
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
        VersioningConfiguration: { Status: "Enabled" },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90 }] },
      },
    });
    // The policy stays with the bucket: without it, whoever has rights in the account could read without TLS.
    expect(all["LogBucketPolicy"]?.DeletionPolicy).toBe("Retain");
  });

  it("lets only the two services of this account write there, and nobody without TLS", () => {
    const document = all["LogBucketPolicy"]?.Properties?.["PolicyDocument"] as { Statement: Record<string, unknown>[] };
    expect(document.Statement.map(({ Effect, Principal }) => [Effect, Principal])).toEqual([
      ["Deny", "*"],
      ["Allow", { Service: "logdelivery.elasticloadbalancing.amazonaws.com" }],
      ["Allow", { Service: "delivery.logs.amazonaws.com" }],
      ["Allow", { Service: "delivery.logs.amazonaws.com" }],
    ]);
    for (const { Effect, Action, Resource } of document.Statement.slice(1)) {
      expect([Effect, Action]).toEqual(["Allow", [expect.stringMatching(/^s3:(PutObject|GetBucketAcl)$/)]]);
      if (String(Action) === "s3:PutObject") expect(JSON.stringify(Resource)).toContain("${AWS::AccountId}/*");
    }
  });

  it("measures its tasks, and lets people sign in to databases with roles", () => {
    expect(all["Cluster"]?.Properties?.["ClusterSettings"]).toEqual([{ Name: "containerInsights", Value: "enabled" }]);
    expect(all["DbInstance"]?.Properties).toMatchObject({
      EnableIAMDatabaseAuthentication: true,
      DeleteAutomatedBackups: false,
    });
  });
});

describe("what is not there to be logged", () => {
  it("needs no bucket in an environment that is not protected", () => {
    const all = resources(shop, { protected: false });
    expect(Object.keys(all).filter((id) => /^LogBucket|^FlowLog/.test(id))).toEqual([]);
    expect(JSON.stringify(attributesOf(all))).not.toContain("access_logs");
    expect(all["Cluster"]?.Properties?.["ClusterSettings"]).toEqual([{ Name: "containerInsights", Value: "disabled" }]);
  });

  it("is the traffic of a network that is somebody else's", () => {
    const all = resources(shop, { network: network({ vpc }) });
    expect(Object.keys(all)).toContain("LogBucket");
    expect(Object.keys(all)).not.toContain("FlowLog");
    expect(JSON.stringify(all["LogBucketPolicy"])).not.toContain("delivery.logs");
  });

  it("is neither in somebody else's network without a load balancer", () => {
    expect(Object.keys(resources([worker("jobs")], { network: network({ vpc }) }))).not.toContain("LogBucket");
  });
});

describe("measured queries", () => {
  const measured = (rest: Parameters<typeof database>[1]) =>
    resources([database("db", rest)])["DbInstance"]?.Properties?.["EnablePerformanceInsights"];

  it("cost nothing, so every database that can has them", () => {
    expect(measured({ type: "postgres", size: "micro" })).toBe(true);
    expect(measured({ type: "mysql", size: "medium" })).toBe(true);
  });

  it("are more than MySQL can do on its smallest machines", () => {
    expect(measured({ type: "mysql", size: "micro" })).toBeUndefined();
    expect(measured({ type: "mysql", size: "db.t3.small" })).toBeUndefined();
  });
});
