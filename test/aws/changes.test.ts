import { describe, expect, it } from "vitest";
import { describe as describeField } from "../../extension/language/describe";
import type { App } from "../../extension/manifest/app";
import { componentTypes, schemaAt } from "../../extension/manifest/schema";
import { loadSpecification } from "../../extension/sandbox/loadSpecification";
import { replaced } from "../../extension/targets/aws/identity/replaced";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { network } from "./fixture";
import { allVariations, baseApp } from "./variations";

const specification = loadSpecification();
const before = baseApp();

/**
 * What somebody notices the replacement of: it runs, answers or holds data. A task definition, a role or a rule is
 * replaced all the time, and nobody need know.
 */
const noticed =
  /^AWS::(ECS::Service|ElasticLoadBalancingV2::LoadBalancer|RDS::DBInstance|ElastiCache::ReplicationGroup|EFS::FileSystem|EC2::VPC)$/;

const replacements = (after: App) =>
  replaced(synthesize(before).template, synthesize(after).template, specification).filter(
    ({ type, possibly }) => noticed.test(type) && !possibly,
  );

describe("what the schema says of a change", () => {
  const fields = [...componentTypes.values()].flatMap(({ type, schema }) =>
    Object.keys(schema.properties ?? {})
      .filter((field) => field !== "type")
      .map((field) => [`${type}.${field}`, type, field] as const),
  );
  it.each(fields)("%s: replaces what it belongs to exactly when AWS publishes that it does", (_, type, field) => {
    const own = allVariations().filter((one) => one.type === type && one.field === field);
    const types = new Set(own.flatMap(({ after }) => replacements(after).map((one) => one.type)));
    const said = schemaAt(["components", "x", field], () => type)?.["x-change"] === "replace";
    expect([...types].length > 0, [...types].join(", ")).toBe(said);
  });

  it.each([
    ["components", "x", "spot", "replaces the service"],
    ["network", "cidr", "replaces the network"],
    ["network", "vpc", "id", "replaces everything that stands in the network"],
  ])("%s: says at the field what is replaced", (...parts) => {
    const schema = schemaAt(parts.slice(0, -1), () => "web");
    expect(schema && describeField(schema)).toContain(`A change after the first deployment ${parts.at(-1)}`);
  });

  it.each([
    ["azs", network({ azs: 3 })],
    ["egress", network({ egress: "public" })],
    ["cidr", network({ cidr: "10.8.0.0/16" })],
  ] as const)("network.%s: likewise", (field, changed) => {
    const types = replacements({ ...before, network: changed }).map(({ type }) => type);
    const said = schemaAt(["network", field], () => undefined)?.["x-change"] === "replace";
    expect(types.length > 0, types.join(", ")).toBe(said);
  });
});

describe("replaced resources", () => {
  const template = (value: string, extra: object = {}) =>
    ({
      Resources: {
        Db: { Type: "AWS::RDS::DBInstance", Properties: { DBName: value, ...extra } },
      },
    }) as never;

  it("are those of which an immutable property is another", () => {
    expect(replaced(template("a"), template("b"), specification)).toEqual([
      { logicalId: "Db", type: "AWS::RDS::DBInstance", property: "DBName", possibly: false },
    ]);
  });

  it("are not those that are the same, changed in place, gone or new", () => {
    expect(replaced(template("a"), template("a"), specification)).toEqual([]);
    expect(replaced(template("a"), template("a", { DeletionProtection: true }), specification)).toEqual([]);
    expect(replaced(template("a"), { Resources: {} } as never, specification)).toEqual([]);
    expect(replaced({ Resources: {} } as never, template("a"), specification)).toEqual([]);
  });

  it("may be those of which AWS decides by the value", () => {
    const cache = (AuthToken: string) =>
      ({ Resources: { C: { Type: "AWS::ElastiCache::ReplicationGroup", Properties: { AuthToken } } } }) as never;
    expect(replaced(cache("a"), cache("b"), specification)).toMatchObject([{ property: "AuthToken", possibly: true }]);
  });

  it("say nothing of types that AWS does not publish", () => {
    const custom = (a: number) => ({ Resources: { C: { Type: "Custom::RunTask", Properties: { a } } } }) as never;
    expect(replaced(custom(1), custom(2), specification)).toEqual([]);
  });
});
