import type { CloudFormation } from "@aws-sdk/client-cloudformation";
import { describe, expect, test } from "vitest";
import { changeSet, deploy } from "./support/deploy";
import { startWithClient } from "./support/start";
import { queue, template, topic } from "./support/templates";

function refusal(client: CloudFormation, TemplateBody: string, more: object = {}): Promise<unknown> {
  return client.createStack({ StackName: "app", TemplateBody, ...more }).then(
    () => "accepted",
    (error: unknown) => error,
  );
}

describe("a template that is refused", () => {
  test.each<[string, string, string]>([
    ["that is not JSON", '{ "Resources": ', "Template format error: JSON not well-formed. (line 1, column 16)"],
    ["that is not YAML", "Resources:\n  a: [1", "Template format error: YAML not well-formed. (line 2, column 8)"],
    ["that is a list", "- a\n- b", "Template format error: unsupported structure."],
    [
      "without resources",
      "Description: empty",
      "Template format error: At least one Resources member must be defined.",
    ],
    [
      "with an unknown section",
      JSON.stringify({ Resources: { A: queue() }, Extra: 1 }),
      "Invalid template property or properties [Extra]",
    ],
    [
      "of another version",
      template({ A: queue() }, { AWSTemplateFormatVersion: "2011" }),
      "Template format version 2011 is not supported.",
    ],
    [
      "with a name that is not alphanumeric",
      template({ "a-b": queue() }),
      "Template format error: Resource name a-b is non alphanumeric.",
    ],
    [
      "with a resource without type",
      template({ A: {} }),
      "Template format error: [/Resources/A] Every Resources object must contain a Type member.",
    ],
    [
      "with an unknown resource key",
      template({ A: { ...queue(), Props: {} } }),
      "Invalid template resource property 'Props'",
    ],
    [
      "with an unknown type",
      template({ A: { Type: "AWS::A::B" } }),
      "Template format error: Unrecognized resource types: [AWS::A::B]",
    ],
    [
      "with an unknown policy",
      template({ A: queue({}, { DeletionPolicy: "Keep" }) }),
      "Template format error: Unrecognized DeletionPolicy Keep for resource A",
    ],
    [
      "that refers to what is not there",
      template({ A: queue({ QueueName: { Ref: "Nobody" } }) }),
      "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template",
    ],
    [
      "whose output refers to what is not there",
      template({ A: queue() }, { Outputs: { O: { Value: { Ref: "Nobody" } } } }),
      "Template format error: Unresolved resource dependencies [Nobody] in the Outputs block of the template",
    ],
    [
      "that depends on what is not there",
      template({ A: queue({}, { DependsOn: ["Nobody"] }) }),
      "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the template",
    ],
    [
      "that depends on what a condition leaves out",
      template(
        { A: queue({ QueueName: { Ref: "B" } }), B: queue({}, { Condition: "Never" }) },
        { Conditions: { Never: { "Fn::Equals": [1, 2] } } },
      ),
      "Template format error: Unresolved resource dependencies [B] in the Resources block of the template",
    ],
    [
      "that asks an undefined resource for an attribute",
      template({ A: queue({ QueueName: { "Fn::GetAtt": ["Nobody", "Arn"] } }) }),
      "Template error: instance of Fn::GetAtt references undefined resource Nobody",
    ],
    [
      "that asks for an attribute the type has not",
      template({ A: queue(), B: topic({ DisplayName: { "Fn::GetAtt": ["A", "Colour"] } }) }),
      "Template error: resource A does not support attribute type Colour in Fn::GetAtt",
    ],
    [
      "that goes in a circle",
      template({ A: queue({ QueueName: { Ref: "B" } }), B: queue({ QueueName: { Ref: "A" } }) }),
      "Circular dependency between resources: [A, B]",
    ],
    [
      "whose conditions refer to resources",
      template({ A: queue() }, { Conditions: { C: { "Fn::Equals": [{ Ref: "A" }, "x"] } } }),
      "Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template",
    ],
    [
      "with an output without value",
      template({ A: queue() }, { Outputs: { O: {} } }),
      "Template format error: [/Outputs/O] Every Outputs member must contain a Value object",
    ],
    [
      "with a parameter of no type",
      template({ A: queue() }, { Parameters: { P: {} } }),
      "Template format error: [/Parameters/P] Every Parameters object must contain a Type member.",
    ],
    [
      "with a parameter of an unknown type",
      template({ A: queue() }, { Parameters: { P: { Type: "Text" } } }),
      "Template format error: Unrecognized parameter type: Text",
    ],
    [
      "with a parameter from Systems Manager",
      template({ A: queue() }, { Parameters: { P: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/x" } } }),
      "A parameter that is read from Systems Manager (P of type AWS::SSM::Parameter::Value<String>) is not supported in the Stackwright Sandbox",
    ],
    [
      "with a transform",
      template({ A: queue() }, { Transform: "AWS::Serverless-2016-10-31" }),
      "The template section Transform is not supported in the Stackwright Sandbox",
    ],
    [
      "with a nested stack",
      template({ A: { Type: "AWS::CloudFormation::Stack" } }),
      "A nested stack (AWS::CloudFormation::Stack) is not supported",
    ],
    ["nested without end", `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, "nested too deeply"],
    ["nested without end in YAML", "[".repeat(20_000), "Template format error"],
    [
      "of aliases of aliases",
      `a0: &a0 [x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join("\n")}`,
      "Template format error",
    ],
  ])("%s", async (_what, body, message) => {
    const client = await startWithClient();
    expect(await refusal(client, body)).toMatchObject({
      name: expect.stringMatching(/^(ValidationError|NotSupportedInSandbox)$/),
      message: expect.stringContaining(message),
    });
  });

  test.each([
    ["resources", () => template(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`R${i}`, queue()])))],
    [
      "parameters",
      () =>
        template(
          { A: queue() },
          { Parameters: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`P${i}`, { Type: "String" }])) },
        ),
    ],
    [
      "outputs",
      () =>
        template(
          { A: queue() },
          { Outputs: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`O${i}`, { Value: "v" }])) },
        ),
    ],
  ])("with too many %s", async (what, body) => {
    const client = await startWithClient();
    const maximum = what === "resources" ? 500 : 200;
    expect(await refusal(client, body())).toMatchObject({
      message: `Template format error: Number of ${what}, ${maximum + 1}, is greater than maximum allowed, ${maximum}`,
    });
  });

  test("of more than 51,200 bytes, which are not characters", async () => {
    const client = await startWithClient();
    const body = (filler: string) => template({ A: queue() }, { Metadata: { filler } });
    expect(await refusal(client, body("é".repeat(25_700)))).toMatchObject({
      message: expect.stringMatching(
        /at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200$/,
      ),
    });
    expect(await refusal(client, body("e".repeat(25_700)))).toBe("accepted");
  });
});

describe("a request that is refused", () => {
  test.each<[string, (client: CloudFormation) => Promise<unknown>, string, string]>([
    [
      "an unknown stack",
      (c) => c.describeStacks({ StackName: "nobody" }),
      "ValidationError",
      "Stack with id nobody does not exist",
    ],
    [
      "events of an unknown stack",
      (c) => c.describeStackEvents({ StackName: "nobody" }),
      "ValidationError",
      "Stack with id nobody does not exist",
    ],
    [
      "a stack name that begins with a digit",
      (c) => c.createStack({ StackName: "1app", TemplateBody: template({ A: queue() }) }),
      "ValidationError",
      "1 validation error detected: Value '1app' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
    ],
    [
      "a stack name that is too long",
      (c) => c.createStack({ StackName: "a".repeat(129), TemplateBody: template({ A: queue() }) }),
      "ValidationError",
      "Member must have length less than or equal to 128",
    ],
    [
      "a change set without its stack",
      (c) => c.describeChangeSet({ ChangeSetName: "a" }),
      "ValidationError",
      "StackName must be specified if ChangeSetName is not specified as an ARN.",
    ],
    [
      "an update of an unknown stack",
      (c) => c.updateStack({ StackName: "nobody", TemplateBody: template({ A: queue() }) }),
      "ValidationError",
      "Stack with id nobody does not exist",
    ],
    [
      "no template at all",
      (c) => c.createStack({ StackName: "app" }),
      "ValidationError",
      "Either Template URL or Template Body must be specified.",
    ],
    [
      "a template from a URL that nothing was put at",
      (c) => c.validateTemplate({ TemplateURL: "https://example.com/t" }),
      "ValidationError",
      "S3 error: The specified key does not exist.",
    ],
    [
      "an import of whatever has a name of the template",
      (c) => c.createChangeSet({ StackName: "a", ChangeSetName: "b", ImportExistingResources: true, TemplateBody: "" }),
      "NotSupportedInSandbox",
      "ImportExistingResources",
    ],
    [
      "an estimate of the cost",
      (c) => c.estimateTemplateCost({ TemplateBody: "{}" }),
      "NotSupportedInSandbox",
      "The operation EstimateTemplateCost is not supported",
    ],
    [
      "an operation nobody simulates",
      (c) => c.listTypes({}),
      "InvalidAction",
      "Could not find operation ListTypes for version 2010-05-15",
    ],
    [
      "an unknown operation id",
      (c) => c.describeEvents({ OperationId: "none" }),
      "OperationNotFoundException",
      "Operation [none] does not exist",
    ],
    [
      "tags that AWS keeps for itself",
      (c) =>
        c.createStack({
          StackName: "app",
          TemplateBody: template({ A: queue() }),
          Tags: [{ Key: "aws:x", Value: "1" }],
        }),
      "ValidationError",
      "aws: prefixed tag key names are not allowed for external use.",
    ],
    [
      "a page token of someone else",
      (c) => c.describeStacks({ NextToken: "bm9uc2Vuc2U" }),
      "ValidationError",
      "Invalid NextToken",
    ],
  ])("%s", async (_what, ask, name, message) => {
    const client = await startWithClient();
    await expect(ask(client)).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });

  test("a change set that is not there has its own error, and its own status", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ A: queue() }));
    await expect(client.describeChangeSet({ StackName: "app", ChangeSetName: "none" })).rejects.toMatchObject({
      name: "ChangeSetNotFoundException",
      message: "ChangeSet [none] does not exist",
      $metadata: { httpStatusCode: 404 },
    });
  });

  test("a second stack of the same name", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ A: queue() }));
    await expect(
      client.createStack({ StackName: "app", TemplateBody: template({ A: queue() }) }),
    ).rejects.toMatchObject({
      name: "AlreadyExistsException",
      message: "Stack [app] already exists",
    });
  });

  test.each([
    ["without a name", {}, "CAPABILITY_IAM"],
    ["with a name", { RoleName: "mine" }, "CAPABILITY_NAMED_IAM"],
  ])("a role %s that nobody acknowledged", async (_what, more, capability) => {
    const client = await startWithClient();
    const body = template({ Role: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: {}, ...more } } });
    await expect(client.createStack({ StackName: "app", TemplateBody: body })).rejects.toMatchObject({
      name: "InsufficientCapabilitiesException",
      message: `Requires capabilities : [${capability}]`,
    });
    const made = await changeSet(client, "app", {
      ChangeSetType: "CREATE",
      TemplateBody: body,
      Capabilities: ["CAPABILITY_NAMED_IAM"],
    });
    expect(made.Status).toBe("CREATE_COMPLETE");
  });

  test("a token that was used for something else", async () => {
    const client = await startWithClient();
    const { StackId } = await client.createStack({
      StackName: "app",
      TemplateBody: template({ A: queue() }),
      ClientRequestToken: "t",
    });
    expect(
      (await client.createStack({ StackName: "app", TemplateBody: template({ A: queue() }), ClientRequestToken: "t" }))
        .StackId,
    ).toBe(StackId);
    await expect(client.deleteStack({ StackName: "app", ClientRequestToken: "t" })).rejects.toMatchObject({
      name: "TokenAlreadyExistsException",
    });
  });

  test("a resource that would become another type", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ A: queue() }));
    await expect(client.updateStack({ StackName: "app", TemplateBody: template({ A: topic() }) })).rejects.toThrow(
      "Update of resource type is not permitted. The new template modifies resource type of the following resources: [A]",
    );
  });

  test("an update, a deletion and a cancellation while something else is under way", async () => {
    const client = await startWithClient({ speed: 0.5 });
    await client.createStack({ StackName: "app", TemplateBody: template({ A: queue() }) });
    await expect(client.updateStack({ StackName: "app", TemplateBody: template({ A: topic() }) })).rejects.toThrow(
      /^Stack:arn:aws:cloudformation:us-east-1:000000000000:stack\/app\/[0-9a-f-]{36} is in CREATE_IN_PROGRESS state and can not be updated\.$/,
    );
    await expect(client.cancelUpdateStack({ StackName: "app" })).rejects.toThrow(
      "CancelUpdateStack cannot be called from current stack status",
    );
    await expect(client.rollbackStack({ StackName: "app" })).rejects.toThrow(
      "is in CREATE_IN_PROGRESS state and can not be rolled back",
    );
  });

  test("resources to retain where nothing has failed to delete", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ A: queue() }));
    await expect(client.deleteStack({ StackName: "app", RetainResources: ["A"] })).rejects.toThrow(
      "can be used only on stacks in the DELETE_FAILED state",
    );
  });
});

describe("parameters that are refused", () => {
  const body = (parameter: object) =>
    template({ A: topic({ DisplayName: { "Fn::Sub": "${P}" } }) }, { Parameters: { P: parameter } });
  test.each<[object, string | undefined, string]>([
    [{ Type: "String" }, undefined, "Parameters: [P] must have values"],
    [{ Type: "Number" }, "many", "Parameter 'P' must be a number."],
    [{ Type: "String", AllowedValues: ["a"] }, "b", "Parameter 'P' must be one of AllowedValues"],
    [{ Type: "String", AllowedPattern: "[a-z]+" }, "A1", "Parameter 'P' must match pattern [a-z]+"],
    [
      { Type: "String", AllowedPattern: "[a-z]+", ConstraintDescription: "small letters" },
      "A1",
      "Parameter P failed to satisfy constraint: small letters",
    ],
    [{ Type: "String", MinLength: 3 }, "ab", "Parameter 'P' must contain at least 3 characters"],
    [{ Type: "String", MaxLength: "3" }, "abcd", "Parameter 'P' must contain at most 3 characters"],
    [{ Type: "Number", MinValue: 3 }, "2", "Parameter 'P' must be a number not less than 3"],
    [{ Type: "Number", MaxValue: 3 }, "4", "Parameter 'P' must be a number not greater than 3"],
    [{ Type: "String" }, "x".repeat(4097), "Parameter 'P' is longer than 4096 bytes."],
  ])("%j", async (parameter, value, message) => {
    const client = await startWithClient();
    const Parameters = value === undefined ? [] : [{ ParameterKey: "P", ParameterValue: value }];
    expect(await refusal(client, body(parameter), { Parameters })).toMatchObject({ message });
  });

  test("that the template does not have", async () => {
    const client = await startWithClient();
    expect(
      await refusal(client, template({ A: queue() }), { Parameters: [{ ParameterKey: "Q", ParameterValue: "1" }] }),
    ).toMatchObject({
      message: "Parameters: [Q] do not exist in the template",
    });
  });
});
