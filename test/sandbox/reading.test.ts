import { describe, expect, test } from "vitest";
import { deploy } from "./support/deploy";
import { clientOf, events, identityClientOf, settled, start, startWithClient } from "./support/start";
import { queue, template, topic } from "./support/templates";

describe("events", () => {
  test("come newest first, in pages whose tokens hold while new events arrive", async () => {
    const client = await startWithClient();
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`Q${index}`, queue()]));
    await deploy(client, "app", "CREATE", template(many));
    const first = await client.describeStackEvents({ StackName: "app" });
    expect(first.StackEvents).toHaveLength(100);
    expect(first.StackEvents?.[0]?.ResourceStatus).toBe("CREATE_COMPLETE");
    await deploy(client, "app", "UPDATE", template({ Q0: queue() }));
    const second = await client.describeStackEvents({ StackName: "app", NextToken: first.NextToken });
    expect(second.StackEvents).toHaveLength(53);
    expect(second.NextToken).toBeUndefined();
    const ids = [...(first.StackEvents ?? []), ...(second.StackEvents ?? [])].map(({ EventId }) => EventId);
    expect(new Set(ids).size).toBe(153);
  });

  test("have times that grow and never repeat", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ A: queue(), B: topic() }));
    const times = (await events(client, "app")).map(({ Timestamp }) => Timestamp?.getTime() ?? 0);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  test("by operation name the operation, and failures alone can be asked for", async () => {
    const client = await startWithClient();
    const failing = topic({}, { Metadata: { StackwrightSandbox: { Fail: "no" } } });
    const stack = await deploy(client, "app", "CREATE", template({ A: failing }));
    const [rollback, create] = stack.LastOperations ?? [];
    const failed = await client.describeEvents({ OperationId: create?.OperationId, Filters: { FailedEvents: true } });
    expect(failed.OperationEvents).toMatchObject([
      {
        LogicalResourceId: "A",
        EventType: "PROVISIONING_ERROR",
        OperationType: "CREATE_STACK",
        ResourceStatusReason: "no",
      },
    ]);
    const back = await client.describeEvents({ OperationId: rollback?.OperationId });
    expect(back.OperationEvents?.map(({ OperationType }) => OperationType)).not.toContain("CREATE_STACK");
  });
});

describe("stacks", () => {
  test("are listed in pages, by Region, and by status", async () => {
    const sandbox = await start();
    const client = clientOf(sandbox);
    await deploy(client, "one", "CREATE", template({ A: queue() }));
    await deploy(client, "two", "CREATE", template({ A: queue() }));
    await deploy(clientOf(sandbox, "eu-west-1"), "one", "CREATE", template({ A: queue() }));
    expect((await client.describeStacks({})).Stacks?.map(({ StackName }) => StackName).sort()).toEqual(["one", "two"]);
    const [european] = (await clientOf(sandbox, "eu-west-1").describeStacks({})).Stacks ?? [];
    expect(european?.StackId).toContain(":eu-west-1:");
    await client.deleteStack({ StackName: "one" });
    await settled(client, (await client.describeStacks({})).Stacks?.at(-1)?.StackId ?? "");
    const deleted = await client.listStacks({ StackStatusFilter: ["DELETE_COMPLETE"] });
    expect(deleted.StackSummaries?.map(({ StackName }) => StackName)).toEqual(["one"]);
  });

  test("show exports", async () => {
    const client = await startWithClient();
    await deploy(
      client,
      "app",
      "CREATE",
      template(
        { A: queue() },
        { Outputs: { U: { Value: "v", Export: { Name: { "Fn::Sub": "${AWS::StackName}-u" } } } } },
      ),
    );
    expect((await client.listExports({})).Exports).toMatchObject([{ Name: "app-u", Value: "v" }]);
  });
});

describe("resources", () => {
  test("are described one by one and together", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ A: queue({}, { Metadata: { note: "n" } }) }));
    const { StackResourceDetail } = await client.describeStackResource({ StackName: "app", LogicalResourceId: "A" });
    expect(StackResourceDetail).toMatchObject({
      ResourceType: "AWS::SQS::Queue",
      ResourceStatus: "CREATE_COMPLETE",
      Metadata: '{"note":"n"}',
    });
    const byId = await client.describeStackResources({ PhysicalResourceId: StackResourceDetail?.PhysicalResourceId });
    expect(byId.StackResources).toMatchObject([{ StackName: "app", LogicalResourceId: "A" }]);
    await expect(client.describeStackResource({ StackName: "app", LogicalResourceId: "Z" })).rejects.toThrow(
      "Resource Z does not exist for stack app",
    );
  });
});

describe("templates", () => {
  const body = [
    "Description: d",
    "Parameters:",
    "  Size: { Type: Number, Default: 3, AllowedValues: [3, 5] }",
    "  Secret: { Type: String, NoEcho: true, Default: hidden }",
    "Conditions:",
    "  Big: !Equals [!Ref Size, 5]",
    "Resources:",
    "  Role:",
    "    Type: AWS::IAM::Role",
    "    Properties:",
    "      AssumeRolePolicyDocument: {}",
    "      Description: !If [Big, !Sub '${Size} big', !Join ['-', [a, !Select [0, !Split [',', 'x,y']]]]]",
    "Outputs:",
    "  Arn: { Value: !GetAtt Role.Arn }",
  ].join("\n");

  test("are validated and summed up without deploying", async () => {
    const client = await startWithClient();
    const valid = await client.validateTemplate({ TemplateBody: body });
    expect(valid).toMatchObject({ Description: "d", Capabilities: ["CAPABILITY_IAM"] });
    expect(valid.Parameters?.map(({ ParameterKey, DefaultValue }) => [ParameterKey, DefaultValue])).toEqual([
      ["Size", "3"],
      ["Secret", "****"],
    ]);
    const summary = await client.getTemplateSummary({ TemplateBody: body });
    expect(summary).toMatchObject({
      ResourceTypes: ["AWS::IAM::Role"],
      Parameters: [{ ParameterType: "Number", ParameterConstraints: { AllowedValues: ["3", "5"] } }, {}],
    });
  });

  test("in YAML with short functions deploy, and come back byte for byte", async () => {
    const client = await startWithClient();
    const stack = await deploy(client, "app", "CREATE", body, { Capabilities: ["CAPABILITY_IAM"] });
    expect(stack.Outputs?.[0]?.OutputValue).toMatch(/^arn:aws:iam::000000000000:role\/app-Role-/);
    const created = (await events(client, "app")).find(
      ({ LogicalResourceId, ResourceStatus }) =>
        LogicalResourceId === "Role" && ResourceStatus === "CREATE_IN_PROGRESS",
    );
    expect(JSON.parse(created?.ResourceProperties ?? "{}").Description).toBe("a-x");
    expect((await client.getTemplate({ StackName: "app" })).TemplateBody).toBe(body);
  });

  test.each(["<&>\"'", "line\r\nbreak", "tab\t", "snowman ☃ and 😀", "]]>", " spaced "])(
    "carry %j through unharmed",
    async (text) => {
      const client = await startWithClient();
      await deploy(
        client,
        "app",
        "CREATE",
        template({ A: topic({ DisplayName: text }) }, { Outputs: { Text: { Value: text } } }),
      );
      expect((await client.describeStacks({ StackName: "app" })).Stacks?.[0]?.Outputs?.[0]?.OutputValue).toBe(text);
    },
  );
});

test("the caller is the one user of the simulated account", async () => {
  const sandbox = await start();
  expect(await identityClientOf(sandbox).getCallerIdentity({})).toMatchObject({
    Account: "000000000000",
    Arn: "arn:aws:iam::000000000000:user/sandbox",
  });
  expect(sandbox.account).toBe("000000000000");
});
