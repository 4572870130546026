import { describe, expect, it } from "vitest";
import type { App } from "../../extension/manifest/app";
import { loadSpecification } from "../../extension/sandbox/loadSpecification";
import { readText } from "../../extension/sandbox/template/readText";
import { synthesizeChecked } from "../../extension/targets/aws/synthesizeChecked";
import { app, worker } from "./fixture";

const tools = { readTemplate: readText, specification: loadSpecification };
const withFile = (text: string, rest: Partial<App> = {}) =>
  synthesizeChecked(app([worker("jobs")], { resources: { file: "extra.yaml", text }, ...rest }), tools);

const queue = `Resources:
  Orders:
    Type: AWS::SQS::Queue
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Tags: [{ Key: cluster, Value: !Ref Cluster }]
Outputs:
  OrdersUrl: { Description: Where orders wait, Value: !Ref Orders }
`;

describe("extra resources", () => {
  it("stand in the template as they stand in the file, and lead back to it", () => {
    const { template, origins } = withFile(queue);
    expect(template.Resources["Orders"]).toEqual({
      Type: "AWS::SQS::Queue",
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: { Tags: [{ Key: "cluster", Value: { Ref: "Cluster" } }] },
      Metadata: { Stackwright: { path: "aws.resources" } },
    });
    expect(template.Outputs["OrdersUrl"]).toEqual({ Description: "Where orders wait", Value: { Ref: "Orders" } });
    expect(origins.get("Orders")).toEqual({ path: ["aws", "resources"] });
  });

  it("change nothing of what is generated", () => {
    const generated = synthesizeChecked(app([worker("jobs")]), tools).template.Resources;
    expect(withFile(queue).template.Resources).toMatchObject(generated);
  });

  it("may be JSON, with conditions and mappings", () => {
    const { template } = withFile(
      JSON.stringify({
        Conditions: { Here: { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] } },
        Mappings: { Sizes: { small: { days: 1 } } },
        Resources: { Orders: { Type: "AWS::SQS::Queue", Condition: "Here" } },
      }),
    );
    expect(template).toMatchObject({ Conditions: { Here: {} }, Mappings: { Sizes: { small: { days: 1 } } } });
  });

  it("may be changed by an override", () => {
    const overrides = [{ op: "add", path: "/Resources/Orders/Properties/FifoQueue", value: true }] as const;
    expect(withFile(queue, { overrides }).template.Resources["Orders"]?.Properties?.["FifoQueue"]).toBe(true);
  });

  it.each([
    ["no map", "- a\n", "not a map"],
    ["no resources", "Outputs: {}\n", "no `Resources`"],
    ["a section that nobody gives values to", "Parameters: {}\nResources: {}\n", "Parameters cannot stand here"],
    ["a resource without a type", "Resources: { A: { Properties: {} } }\n", "Resources.A has no `Type`"],
    ["an id with a hyphen", "Resources: { a-b: { Type: AWS::SQS::Queue } }\n", "a-b is no logical id"],
    ["an id that is taken", "Resources: { Cluster: { Type: AWS::SQS::Queue } }\n", "Resources.Cluster is in the"],
    [
      "a reference to nothing",
      "Resources: { A: { Type: AWS::SNS::Topic, DependsOn: Nobody } }\n",
      "Resources.A refers to Nobody",
    ],
    [
      "an attribute of nothing",
      "Resources: { A: { Type: AWS::SNS::Topic } }\nOutputs: { B: { Value: !Sub '${Gone.Arn}' } }\n",
      "Outputs.B refers to Gone",
    ],
    ["text that is not YAML", "Resources: [\n", "cannot be understood"],
    [
      "a property that AWS does not have",
      "Resources: { A: { Type: AWS::SQS::Queue, Properties: { Colour: red } } }\n",
      "extraneous key [Colour]",
    ],
    [
      "a type that AWS does not have",
      "Resources: { A: { Type: AWS::SQS::Quiche } }\n",
      "no resource type AWS::SQS::Quiche",
    ],
  ])("are refused with %s, at their line", (_, text, message) => {
    expect(() => withFile(text)).toThrow(
      expect.objectContaining({
        name: "SynthesisError",
        code: "resources",
        message: expect.stringContaining(message),
        path: ["aws", "resources"],
      }),
    );
  });

  it("are never left out in silence: a file that nobody read is refused", () => {
    expect(() => synthesizeChecked(app([], { resources: { file: "extra.yaml" } }), tools)).toThrow("could not be read");
  });
});

describe("an override that AWS would refuse", () => {
  const overridden =
    (...overrides: App["overrides"]) =>
    () =>
      synthesizeChecked(app([worker("jobs")], { overrides }), tools);

  it("is told at its own line, not at another's", () => {
    expect(
      overridden(
        { op: "add", path: "/Resources/JobsService/Properties/EnableExecuteCommand", value: true },
        { op: "add", path: "/Resources/JobsService/Properties/DesiredCuont", value: 2 },
      ),
    ).toThrow(
      expect.objectContaining({
        code: "override",
        path: ["aws", "overrides", 1],
        message: expect.stringContaining("extraneous key [DesiredCuont]"),
      }),
    );
  });

  it("is the last one that touched the place", () => {
    const cpu = "/Resources/JobsService/Properties/DesiredCount";
    expect(overridden({ op: "replace", path: cpu, value: "many" }, { op: "test", path: cpu, value: "many" })).toThrow(
      expect.objectContaining({ path: ["aws", "overrides", 0] }),
    );
  });

  it("may leave a function where a value is known only later", () => {
    const value = { "Fn::If": ["Here", 1, 2] };
    expect(overridden({ op: "replace", path: "/Resources/JobsService/Properties/DesiredCount", value })).not.toThrow();
  });
});
