import { describe, expect, test } from "vitest";
import type { Json } from "../../extension/sandbox/state/json";
import { cidr } from "../../extension/sandbox/template/cidr";
import { evaluate, type Scope } from "../../extension/sandbox/template/evaluate";
import { sortByDependencies } from "../../extension/sandbox/template/order";
import { references } from "../../extension/sandbox/template/references";
import { causesOf, toJson, Unknown } from "../../extension/sandbox/template/value";

const scope: Scope = {
  region: "eu-west-1",
  mappings: { Sizes: { small: { cpu: 256, list: ["a", "b"] } } },
  conditions: new Map([
    ["Yes", true],
    ["No", false],
  ]),
  parameter: (name) => ({ Name: "shop", Zones: ["a", "b"], "AWS::Region": "eu-west-1" })[name],
  resource: (id) =>
    id === "Queue"
      ? "queue-url"
      : id === "New"
        ? new Unknown([{ source: "ResourceReference", entity: "New" }])
        : undefined,
  attribute: (id, name) =>
    id === "New" ? new Unknown([{ source: "ResourceAttribute", entity: `New.${name}` }]) : `${id}/${name}`,
};

function value(json: Json): Json {
  return toJson(evaluate(json, scope));
}

describe("intrinsic functions", () => {
  test.each<[Json, Json]>([
    [{ Ref: "Name" }, "shop"],
    [{ Ref: "Zones" }, ["a", "b"]],
    [{ Ref: "Queue" }, "queue-url"],
    [{ "Fn::GetAtt": ["Db", "Endpoint.Address"] }, "Db/Endpoint.Address"],
    [{ "Fn::GetAtt": "Db.Endpoint.Port" }, "Db/Endpoint.Port"],
    [{ "Fn::Sub": "${Name}-${AWS::Region}-${Queue}-${Db.Arn}" }, "shop-eu-west-1-queue-url-Db/Arn"],
    [{ "Fn::Sub": ["${a}${!b}", { a: { Ref: "Name" } }] }, "shop${b}"],
    [{ "Fn::Join": ["/", ["a", { Ref: "Name" }, 1]] }, "a/shop/1"],
    [{ "Fn::Join": [",", { Ref: "Zones" }] }, "a,b"],
    [{ "Fn::Select": [1, { Ref: "Zones" }] }, "b"],
    [{ "Fn::Select": ["0", { "Fn::Split": ["-", "x-y"] }] }, "x"],
    [{ "Fn::If": ["Yes", "then", "else"] }, "then"],
    [{ "Fn::If": ["No", "then", "else"] }, "else"],
    [{ "Fn::FindInMap": ["Sizes", "small", "cpu"] }, 256],
    [{ "Fn::GetAZs": "" }, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]],
    [{ "Fn::GetAZs": { Ref: "AWS::Region" } }, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]],
    [{ "Fn::Base64": "hello" }, "aGVsbG8="],
    [{ "Fn::Cidr": ["10.0.0.0/16", 2, 8] }, ["10.0.0.0/24", "10.0.1.0/24"]],
    [{ a: { Ref: "AWS::NoValue" }, b: [1, { "Fn::If": ["No", 2, { Ref: "AWS::NoValue" }] }] }, { b: [1] }],
    ["{{resolve:secretsmanager:db:SecretString:password}}", "{{resolve:secretsmanager:db:SecretString:password}}"],
  ])("%j", (json, expected) => {
    expect(value(json)).toEqual(expected);
  });

  test.each<[Json, string]>([
    [{ Ref: "Nobody" }, "Unresolved resource dependencies [Nobody]"],
    [{ "Fn::Select": [5, ["a"]] }, "Fn::Select cannot select nonexistent value at index 5"],
    [{ "Fn::FindInMap": ["Sizes", "huge", "cpu"] }, "Unable to get mapping for Sizes::huge::cpu"],
    [{ "Fn::FindInMap": ["__proto__", "a", "b"] }, "Unable to get mapping for __proto__::a::b"],
    [{ "Fn::Join": ["", "text"] }, "every Fn::Join object requires two parameters"],
    [{ "Fn::Join": ["", [["nested"]]] }, "must be a string"],
    [{ "Fn::Sub": 1 }, "Fn::Sub"],
    [{ "Fn::Split": ["", "a"] }, "every Fn::Split object requires two parameters"],
    [{ "Fn::If": ["Maybe", 1, 2] }, "unresolved condition dependency Maybe"],
    [{ "Fn::Unheard": [] }, "Unrecognized function: Fn::Unheard"],
    [{ "Fn::ImportValue": "shared" }, "Fn::ImportValue is not supported in the Stackwright Sandbox"],
    [{ "Fn::Cidr": ["10.0.0.0/30", 8, 8] }, "no room"],
    [{ "Fn::Cidr": ["somewhere", 1, 8] }, "not an IPv4 CIDR block"],
  ])("refuses %j", (json, message) => {
    expect(() => value(json)).toThrow(message);
  });

  test("a text made from something not known yet is not known, and says from what", () => {
    const unknown = evaluate({ "Fn::Sub": "${Name}/${New}/${New.Arn}" }, scope);
    expect(causesOf(unknown).map(({ source, entity }) => `${source} ${entity}`)).toEqual([
      "ResourceReference New",
      "ResourceAttribute New.Arn",
    ]);
    expect(value({ "Fn::Split": [",", { Ref: "New" }] })).toBe("{{changeSet:KNOWN_AFTER_APPLY}}");
  });
});

test("blocks start at the start of the network", () => {
  expect(cidr("10.0.5.9/16", 1, 4)).toEqual(["10.0.0.0/28"]);
});

describe("references", () => {
  test("are found in every function that has them", () => {
    const found = references({
      a: { Ref: "A" },
      b: ["x", { "Fn::GetAtt": ["B", "Arn"] }],
      c: { "Fn::Sub": ["${C}${D.Arn}${local}${!E}", { local: { Ref: "F" } }] },
    });
    expect(found.map(({ name }) => name)).toEqual(["A", "B", "C", "D", "F"]);
  });
});

describe("the order of resources", () => {
  test("puts each after what it depends on", () => {
    const order = sortByDependencies(
      new Map([
        ["Service", ["Task", "Vpc"]],
        ["Task", []],
        ["Vpc", []],
      ]),
    );
    expect(order.at(-1)).toBe("Service");
  });

  test("names a circle, and not what hangs on it", () => {
    const dependencies = new Map([
      ["A", ["B"]],
      ["B", ["A"]],
      ["Out", ["A"]],
      ["Free", []],
    ]);
    expect(() => sortByDependencies(dependencies)).toThrow("Circular dependency between resources: [A, B]");
  });
});
