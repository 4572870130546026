import { describe, expect, it } from "vitest";
import { componentTypes } from "../../extension/manifest/schema";
import { decides, fieldOf, placesOf } from "../../extension/targets/aws/sourceMap/sourceMap";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Resource, Template } from "../../extension/targets/aws/template";
import { allVariations, baseApp, variations } from "./variations";

const before = baseApp();
const { template } = synthesize(before);
const all = allVariations().map((one) => [`${one.type}.${one.field} (${one.index})`, one] as const);

/** What differs between two templates: the resource and the first step below it or its properties. */
function differences(a: Template, b: Template): readonly { readonly id: string; readonly property: string }[] {
  const ids = [...new Set([...Object.keys(a.Resources), ...Object.keys(b.Resources)])];
  return ids.flatMap((id) => {
    const [was, is] = [flat(a.Resources[id]), flat(b.Resources[id])];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys
      .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
      .map((property) => ({ id, property }));
  });
}

function flat(resource: Resource | undefined): Readonly<Record<string, unknown>> {
  if (resource === undefined) return {};
  // The metadata is the source map itself: it says where a route stands in the list.
  const { Properties, Metadata: _, ...rest } = resource;
  return { ...rest, ...Properties };
}

describe("the source map", () => {
  it("knows every field of every type", () => {
    for (const { type, schema } of componentTypes.values()) {
      const fields = Object.keys(schema.properties ?? {}).filter((field) => field !== "type");
      expect(Object.keys(variations[type]).sort(), type).toEqual(fields.sort());
    }
  });

  it.each(all)("says where the template is another when %s is", (_, { name, field, after }) => {
    const other = synthesize(after).template;
    const path = ["components", name, field];
    const [told, toldAfter] = [decides(before, path), decides(after, path)];
    const changes = differences(template, other);
    expect(changes).not.toEqual([]);
    const untold = changes.filter(({ id, property }) => !told(id, property) && !toldAfter(id, property));
    expect(untold).toEqual([]);
  });

  it("does not say it of everything", () => {
    const told = decides(before, ["components", "db", "size"]);
    expect([told("DbInstance", "DBInstanceClass"), told("DbInstance", "Engine")]).toEqual([true, false]);
    expect(told("LegacyInstance", "DBInstanceClass")).toBe(false);
  });

  it("says nothing of what it does not know in so much detail: then it may be anywhere", () => {
    expect(decides(before, ["network", "cidr"])("Vpc", "CidrBlock")).toBe(true);
    expect(decides(before, ["tags", "team"])("Vpc", "Tags")).toBe(false);
  });
});

describe("from the manifest to the template", () => {
  it.each([
    [
      "db",
      "size",
      [
        "DbInstance.DBInstanceClass",
        "DbInstance.EnablePerformanceInsights",
        "DbInstance.PerformanceInsightsRetentionPeriod",
      ],
    ],
    ["edge", "idleTimeout", ["EdgeLoadBalancer.LoadBalancerAttributes"]],
    ["jobs", "logs", ["JobsLogGroup.RetentionInDays"]],
    ["web", "cpu", ["WebTaskDefinition.Cpu", "WebTaskDefinition.Memory"]],
    ["web", "scale", ["WebScalableTarget", "WebScalingRequests"]],
  ])("%s.%s", (name, field, places) => {
    const found = placesOf(before, { template }, ["components", name, field]);
    expect(found.map(({ logicalId, property }) => [logicalId, property ?? []].flat().join("."))).toEqual(places);
  });

  it("gives only places that are there", () => {
    for (const [, { name, field }] of all) {
      for (const { logicalId, property } of placesOf(before, { template }, ["components", name, field])) {
        expect(Object.keys(template.Resources)).toContain(logicalId);
        if (property !== undefined) expect(flat(template.Resources[logicalId])).toHaveProperty(property);
      }
    }
  });
});

describe("from the template to the manifest", () => {
  const synthesis = synthesize(before);
  it.each([
    ["DbInstance", "DBInstanceClass", ["components", "db", "size"]],
    ["DbInstance", "MultiAZ", ["components", "db", "highAvailability"]],
    ["WebTaskDefinition", "RuntimePlatform", ["components", "web", "architecture"]],
    ["JobsLogGroup", "RetentionInDays", ["components", "jobs", "logs"]],
    ["CacheReplicationGroup", "CacheNodeType", ["components", "cache", "size"]],
    ["EdgeHttpsListener", "Certificates", ["components", "edge", "certificate"]],
  ])("%s.%s", (id, property, path) => {
    expect(fieldOf(before, synthesis, id, property)).toEqual(path);
  });

  it("gives the resource's own place for what several fields decide, or none", () => {
    expect(fieldOf(before, synthesis, "WebTaskDefinition", "ContainerDefinitions")).toEqual(["components", "web"]);
    expect(fieldOf(before, synthesis, "DbInstance", "StorageEncrypted")).toEqual(["components", "db"]);
    expect(fieldOf(before, synthesis, "Vpc", "CidrBlock")).toEqual(["network"]);
    expect(fieldOf(before, synthesis, "DbInstance")).toEqual(["components", "db"]);
    expect(fieldOf(before, synthesis, "Nowhere")).toEqual([]);
  });

  it("leads to the environment that says it", () => {
    const source = (path: readonly (string | number)[]) => ["environments", "live", ...path];
    const here = { ...before, source };
    expect(fieldOf(here, synthesize(here), "DbInstance", "DBInstanceClass")).toEqual([
      "environments",
      "live",
      "components",
      "db",
      "size",
    ]);
  });
});
