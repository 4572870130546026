import { describe, expect, test } from "vitest";
import { loadSpecification } from "../../extension/sandbox/loadSpecification";
import { updateBehaviour } from "../../extension/targets/aws/specification/behaviour";
import { checkProperties } from "../../extension/targets/aws/specification/check";
import { type ResourceSpecification, readSpecification } from "../../extension/targets/aws/specification/read";

/** A specification that fits on a screen, in the compact form. */
const small = readSpecification({
  version: "1",
  types: {
    "Test::One::Thing": {
      p: {
        Name: "s!=",
        Port: "i",
        Ratio: "n",
        On: "b",
        Free: "j",
        Parts: "[#0;",
        Labels: "{s",
        Tags: "[t",
        Source: "(s|#0;)?",
      },
      a: ["Arn", "Endpoint.Port"],
      t: "Tags",
      i: ["Name"],
      r: ["Tags.Key"],
    },
  },
  definitions: [{ Size: "i!", Kind: "s=" }],
});

function thing(): ResourceSpecification {
  const type = small.type("Test::One::Thing");
  if (!type) {
    throw new Error("The specification lost its type.");
  }
  return type;
}

function violations(properties: unknown): readonly string[] {
  return checkProperties(small, thing(), properties).map(({ pointer, message }) => `${pointer}: ${message}`);
}

describe("checking properties", () => {
  test("accepts what fits, and numbers and flags written as text", () => {
    const properties = { Name: 7, Port: "443", Ratio: "0.5", On: "TRUE", Free: { any: [1] }, Labels: { a: "b" } };
    expect(violations({ ...properties, Parts: [{ Size: 1 }], Tags: [{ Key: "a", Value: "b" }] })).toEqual([]);
  });

  test.each([
    [{}, "#: required key [Name] not found"],
    [{ Name: "a", Colour: 1 }, "#: extraneous key [Colour] is not permitted"],
    [{ Name: ["a"] }, "#/Name: expected type: String, found: JSONArray"],
    [{ Name: "a", Port: "http" }, "#/Port: expected type: Integer, found: String"],
    [{ Name: "a", Port: 1.5 }, "#/Port: expected type: Integer, found: BigDecimal"],
    [{ Name: "a", Ratio: "half" }, "#/Ratio: expected type: Number, found: String"],
    [{ Name: "a", On: "yes" }, "#/On: expected type: Boolean, found: String"],
    [{ Name: "a", Parts: { Size: 1 } }, "#/Parts: expected type: JSONArray, found: JSONObject"],
    [{ Name: "a", Parts: [{ Size: 1 }, {}] }, "#/Parts/1: required key [Size] not found"],
    [{ Name: "a", Labels: [] }, "#/Labels: expected type: JSONObject, found: JSONArray"],
    [{ Name: "a", Tags: [{ Key: "a" }] }, "#/Tags/0: required key [Value] not found"],
    [{ Name: "a", Source: { Size: "big" } }, "#/Source: expected type: String, found: JSONObject"],
    [{ Name: null }, "#/Name: expected type: String, found: Null"],
  ])("refuses %j", (properties, message) => {
    expect(violations(properties)).toEqual([message]);
  });

  test("does not judge what is not known yet", () => {
    const isUnknown = (value: unknown) => value === "later";
    expect(checkProperties(small, thing(), { Name: "a", Port: "later", Parts: "later" }, isUnknown)).toEqual([]);
  });
});

describe("what a change does", () => {
  test.each([
    [["Name"], "immutable"],
    [["Port"], "mutable"],
    [["Parts", "0", "Size"], "mutable"],
    [["Parts", "0", "Kind"], "immutable"],
    [["Source"], "conditional"],
    [["Source", "Kind"], "immutable"],
    [["Tags", "0", "Key"], "immutable"],
    [["Tags", "0", "Value"], "mutable"],
    [["Unheard"], "mutable"],
  ])("%j is %s", (path, behaviour) => {
    expect(updateBehaviour(small, thing(), path)).toBe(behaviour);
  });
});

describe("AWS's own specification", () => {
  const specification = loadSpecification();

  test("has the types that applications are made of, and no others", () => {
    expect(specification.type("AWS::ECS::Service")?.tagProperty).toBe("Tags");
    expect(specification.type("AWS::ECS::Sevrice")).toBeUndefined();
    expect(specification.type("constructor")).toBeUndefined();
  });

  test("knows what is required, what replaces and what GetAtt gives", () => {
    const instance = specification.type("AWS::RDS::DBInstance");
    expect(instance?.properties.get("StorageEncrypted")?.update).toBe("immutable");
    expect(instance?.properties.get("DBInstanceClass")?.update).toBe("mutable");
    expect(instance?.attributes).toContain("Endpoint.Address");
    expect(specification.type("AWS::EC2::Subnet")?.properties.get("VpcId")?.required).toBe(true);
  });

  test("looks into nested definitions", () => {
    const listener = specification.type("AWS::ElasticLoadBalancingV2::Listener");
    const properties = { LoadBalancerArn: "arn", DefaultActions: [{ Type: "forward", Colour: "red" }] };
    expect(listener && checkProperties(specification, listener, properties)).toEqual([
      { pointer: "#/DefaultActions/0", message: "extraneous key [Colour] is not permitted" },
    ]);
  });
});
