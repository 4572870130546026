import type { ResourceChange } from "@aws-sdk/client-cloudformation";
import { describe, expect, test } from "vitest";
import { changeSet, deploy } from "./support/deploy";
import { describe as describeStack, events, startWithClient, until } from "./support/start";
import { database, queue, template, topic } from "./support/templates";

type Client = Awaited<ReturnType<typeof startWithClient>>;

/** Deploys the first template, then gives the changes that the second would make. */
async function changesBetween(client: Client, before: string, after: string): Promise<readonly ResourceChange[]> {
  await deploy(client, "app", "CREATE", before);
  const made = await changeSet(client, "app", { TemplateBody: after });
  expect(made.Status).toBe("CREATE_COMPLETE");
  return (made.Changes ?? []).flatMap(({ ResourceChange }) => (ResourceChange ? [ResourceChange] : []));
}

const subnetGroup = (description: string) => ({
  Type: "AWS::RDS::DBSubnetGroup",
  Properties: { DBSubnetGroupDescription: description, SubnetIds: ["subnet-1", "subnet-2"] },
});

describe("a change set of type CREATE", () => {
  test("leaves a stack in review, and lists what will be added", async () => {
    const client = await startWithClient();
    const made = await changeSet(client, "app", {
      ChangeSetType: "CREATE",
      TemplateBody: template({ Queue: queue(), Topic: topic() }),
    });
    expect(made).toMatchObject({ Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE", StackName: "app" });
    expect(
      made.Changes?.map(({ ResourceChange }) => [ResourceChange?.Action, ResourceChange?.LogicalResourceId]),
    ).toEqual([
      ["Add", "Queue"],
      ["Add", "Topic"],
    ]);
    expect((await describeStack(client, "app")).StackStatus).toBe("REVIEW_IN_PROGRESS");
    expect((await events(client, "app")).map(({ ResourceStatus }) => ResourceStatus)).toEqual(["REVIEW_IN_PROGRESS"]);
  });

  test("is being made for a while before it is ready", async () => {
    const client = await startWithClient({ speed: 3 });
    const { Id } = await client.createChangeSet({
      StackName: "app",
      ChangeSetName: "first",
      ChangeSetType: "CREATE",
      TemplateBody: template({ Queue: queue() }),
    });
    const first = await client.describeChangeSet({ ChangeSetName: Id });
    expect(first).toMatchObject({ Status: "CREATE_IN_PROGRESS", ExecutionStatus: "UNAVAILABLE", Changes: [] });
    const ready = await until(async () => {
      const answer = await client.describeChangeSet({ ChangeSetName: Id });
      return answer.Status === "CREATE_COMPLETE" ? answer : undefined;
    }, "the change set");
    expect(ready.Changes).toHaveLength(1);
  });

  test("is refused for a stack that exists, and one of type UPDATE for a stack that does not", async () => {
    const client = await startWithClient();
    const TemplateBody = template({ Queue: queue() });
    await expect(client.createChangeSet({ StackName: "app", ChangeSetName: "a", TemplateBody })).rejects.toThrow(
      "Stack [app] does not exist",
    );
    await deploy(client, "app", "CREATE", TemplateBody);
    await expect(
      client.createChangeSet({ StackName: "app", ChangeSetName: "a", ChangeSetType: "CREATE", TemplateBody }),
    ).rejects.toThrow("Stack [app] already exists and cannot be created again with the changeSet [a].");
  });

  test("of a name that is taken is refused, and given again for the same token", async () => {
    const client = await startWithClient();
    const input = {
      StackName: "app",
      ChangeSetName: "a",
      ChangeSetType: "CREATE" as const,
      TemplateBody: template({ Queue: queue() }),
    };
    const first = await client.createChangeSet({ ...input, ClientToken: "once" });
    expect((await client.createChangeSet({ ...input, ClientToken: "once" })).Id).toBe(first.Id);
    await expect(client.createChangeSet(input)).rejects.toMatchObject({ name: "AlreadyExistsException" });
  });
});

describe("a change set of type UPDATE", () => {
  test("fails when nothing changes, and says so as CloudFormation does", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue() }));
    const made = await changeSet(client, "app", { TemplateBody: template({ Queue: queue() }) });
    expect(made).toMatchObject({
      Status: "FAILED",
      ExecutionStatus: "UNAVAILABLE",
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
    await expect(client.executeChangeSet({ ChangeSetName: made.ChangeSetId })).rejects.toMatchObject({
      name: "InvalidChangeSetStatusException",
    });
  });

  test("does not take a number for a change from the same number as text", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue({ DelaySeconds: 5 }) }));
    const made = await changeSet(client, "app", { TemplateBody: template({ Queue: queue({ DelaySeconds: "5" }) }) });
    expect(made.Status).toBe("FAILED");
  });

  test("shows a changed value with before and after", async () => {
    const client = await startWithClient();
    const [change] = await changesBetween(
      client,
      template({ Queue: queue({ DelaySeconds: 5 }) }),
      template({ Queue: queue({ DelaySeconds: 9 }) }),
    );
    expect(change).toMatchObject({
      Action: "Modify",
      Replacement: "False",
      Scope: ["Properties"],
      Details: [
        {
          Target: {
            Attribute: "Properties",
            Name: "DelaySeconds",
            Path: "/Properties/DelaySeconds",
            RequiresRecreation: "Never",
            BeforeValue: "5",
            AfterValue: "9",
          },
          Evaluation: "Static",
          ChangeSource: "DirectModification",
        },
      ],
    });
    expect(JSON.parse(change?.BeforeContext ?? "{}").Properties).toEqual({ DelaySeconds: 5 });
    expect(JSON.parse(change?.AfterContext ?? "{}").Properties).toEqual({ DelaySeconds: 9 });
  });

  test("without values names each changed property once", async () => {
    const client = await startWithClient();
    const body = (region: string, zone: string) =>
      template({ Topic: topic({ Tags: [], Subscription: [{ Protocol: region, Endpoint: zone }] }) });
    await deploy(client, "app", "CREATE", body("sqs", "a"));
    const { ChangeSetId } = await changeSet(client, "app", { TemplateBody: body("https", "b") });
    const plain = await client.describeChangeSet({ ChangeSetName: ChangeSetId });
    const details = plain.Changes?.[0]?.ResourceChange?.Details ?? [];
    expect(details).toHaveLength(1);
    expect(details[0]?.Target).toEqual({ Attribute: "Properties", Name: "Subscription", RequiresRecreation: "Never" });
  });

  test("replaces a resource whose property cannot change, by the policy for replacements", async () => {
    const client = await startWithClient();
    const policy = { UpdateReplacePolicy: "Snapshot" };
    const [change] = await changesBetween(
      client,
      template({ Db: database({ DBName: "one" }, policy) }),
      template({ Db: database({ DBName: "two" }, policy) }),
    );
    expect(change).toMatchObject({ Replacement: "True", PolicyAction: "ReplaceAndSnapshot" });
    expect(change?.Details?.[0]?.Target?.RequiresRecreation).toBe("Always");
  });

  test("cannot tell what follows from a replacement, and says so", async () => {
    const client = await startWithClient();
    const body = (name: string) =>
      template({
        Group: { ...subnetGroup("d"), Properties: { ...subnetGroup("d").Properties, DBSubnetGroupName: name } },
        Db: database({ DBSubnetGroupName: { Ref: "Group" } }),
        Topic: topic({ DisplayName: { "Fn::Sub": "at ${Db.Endpoint.Address}" } }),
      });
    const [group, db, display] = await changesBetween(client, body("one"), body("two"));
    expect(group).toMatchObject({ LogicalResourceId: "Group", Replacement: "True" });
    expect(db).toMatchObject({ LogicalResourceId: "Db", Replacement: "Conditional" });
    expect(db?.Details?.[0]).toMatchObject({
      Evaluation: "Dynamic",
      ChangeSource: "ResourceReference",
      CausingEntity: "Group",
      Target: { RequiresRecreation: "Always", AfterValue: "{{changeSet:KNOWN_AFTER_APPLY}}" },
    });
    expect(display).toMatchObject({ LogicalResourceId: "Topic", Replacement: "False" });
    expect(display?.Details?.[0]).toMatchObject({
      ChangeSource: "ResourceAttribute",
      CausingEntity: "Db.Endpoint.Address",
    });
  });

  test("names the parameter that changed a value", async () => {
    const client = await startWithClient();
    const body = template(
      { Queue: queue({ DelaySeconds: { Ref: "Delay" } }) },
      { Parameters: { Delay: { Type: "Number", Default: "1" } } },
    );
    await deploy(client, "app", "CREATE", body);
    const made = await changeSet(client, "app", {
      UsePreviousTemplate: true,
      Parameters: [{ ParameterKey: "Delay", ParameterValue: "2" }],
    });
    expect(made.Changes?.[0]?.ResourceChange?.Details?.[0]).toMatchObject({
      Evaluation: "Static",
      ChangeSource: "ParameterReference",
      CausingEntity: "Delay",
    });
  });

  test("hides a NoEcho parameter's value everywhere", async () => {
    const client = await startWithClient();
    const body = template(
      { Topic: topic({ DisplayName: { Ref: "Secret" } }) },
      { Parameters: { Secret: { Type: "String", NoEcho: true } } },
    );
    const parameters = (value: string) => [{ ParameterKey: "Secret", ParameterValue: value }];
    await deploy(client, "app", "CREATE", body, { Parameters: parameters("hunter2-old") });
    const made = await changeSet(client, "app", { TemplateBody: body, Parameters: parameters("hunter2-new") });
    expect(made.Parameters).toEqual([{ ParameterKey: "Secret", ParameterValue: "****" }]);
    expect(made.Changes?.[0]?.ResourceChange?.Details?.[0]?.Target).toMatchObject({
      BeforeValue: "****",
      AfterValue: "****",
    });
    expect(JSON.stringify([made, await events(client, "app"), await describeStack(client, "app")])).not.toContain(
      "hunter2",
    );
  });

  test.each([
    ["Delete", "Delete"],
    ["Retain", "Retain"],
    ["Snapshot", "Snapshot"],
    ["RetainExceptOnCreate", "Retain"],
  ])("says that a removed resource with DeletionPolicy %s meets %s", async (policy, action) => {
    const client = await startWithClient();
    const changes = await changesBetween(
      client,
      template({ Topic: topic(), Db: database({}, { DeletionPolicy: policy }) }),
      template({ Topic: topic() }),
    );
    expect(changes).toEqual([
      expect.objectContaining({ Action: "Remove", LogicalResourceId: "Db", PolicyAction: action }),
    ]);
  });

  test("takes a snapshot of a removed database by default, as AWS does", async () => {
    const client = await startWithClient();
    const [change] = await changesBetween(
      client,
      template({ Topic: topic(), Db: database() }),
      template({ Topic: topic() }),
    );
    expect(change?.PolicyAction).toBe("Snapshot");
  });

  test.each([
    ["Metadata", { Metadata: { note: "b" } }],
    ["DeletionPolicy", { Metadata: { note: "a" }, DeletionPolicy: "Retain" }],
  ])("shows a change of %s alone", async (scope, more) => {
    const client = await startWithClient();
    const [change] = await changesBetween(
      client,
      template({ Queue: queue({}, { Metadata: { note: "a" } }) }),
      template({ Queue: queue({}, more) }),
    );
    expect(change).toMatchObject({ Action: "Modify", Replacement: "False", Scope: [scope] });
  });

  test("gives tags as a scope of their own, of the resource and of the stack", async () => {
    const client = await startWithClient();
    const tagged = (value: string) => template({ Queue: queue({ Tags: [{ Key: "team", Value: value }] }) });
    const [change] = await changesBetween(client, tagged("a"), tagged("b"));
    expect(change?.Scope).toEqual(["Tags"]);
    const made = await changeSet(client, "app", { UsePreviousTemplate: true, Tags: [{ Key: "stage", Value: "test" }] });
    expect(made.Changes?.[0]?.ResourceChange).toMatchObject({ LogicalResourceId: "Queue", Scope: ["Tags"] });
  });

  test("can be executed when only outputs change", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue() }));
    const stack = await deploy(
      client,
      "app",
      "UPDATE",
      template({ Queue: queue() }, { Outputs: { Url: { Value: { Ref: "Queue" } } } }),
    );
    expect(stack.StackStatus).toBe("UPDATE_COMPLETE");
    expect(stack.Outputs?.[0]?.OutputKey).toBe("Url");
  });

  test("shows one added list item as one change", async () => {
    const client = await startWithClient();
    const task = (...names: readonly string[]) =>
      template({
        Task: {
          Type: "AWS::ECS::TaskDefinition",
          Properties: {
            ContainerDefinitions: [
              { Name: "web", Image: "a", Environment: names.map((Name) => ({ Name, Value: "1" })) },
            ],
          },
        },
      });
    const [change] = await changesBetween(client, task("A", "C"), task("A", "B", "C"));
    expect(change?.Details?.map(({ Target }) => [Target?.Path, Target?.AttributeChangeType])).toEqual([
      ["/Properties/ContainerDefinitions/0/Environment/1", "Add"],
    ]);
  });

  test("becomes obsolete when the stack changes otherwise, and goes when another is executed", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue() }));
    const waiting = await changeSet(client, "app", { TemplateBody: template({ Queue: queue({ DelaySeconds: 1 }) }) });
    await client.updateStack({ StackName: "app", TemplateBody: template({ Queue: queue({ DelaySeconds: 2 }) }) });
    const obsolete = await client.describeChangeSet({ ChangeSetName: waiting.ChangeSetId });
    expect(obsolete.ExecutionStatus).toBe("OBSOLETE");
    await deploy(client, "other", "CREATE", template({ Queue: queue() }));
    const dropped = await changeSet(client, "other", { TemplateBody: template({ Topic: topic() }) });
    await deploy(client, "other", "UPDATE", template({ Queue: queue({ DelaySeconds: 3 }) }));
    await expect(client.describeChangeSet({ ChangeSetName: dropped.ChangeSetId })).rejects.toMatchObject({
      name: "ChangeSetNotFoundException",
    });
  });
});

describe("early validation", () => {
  const body = template({
    Queue: queue({ Delay: 1 }),
    Subnet: { Type: "AWS::EC2::Subnet", Properties: { MapPublicIpOnLaunch: "perhaps" } },
  });

  test("fails the change set, and tells what is wrong in DescribeEvents alone", async () => {
    const client = await startWithClient();
    const made = await changeSet(client, "app", { ChangeSetType: "CREATE", TemplateBody: body });
    expect(made).toMatchObject({ Status: "FAILED", ExecutionStatus: "UNAVAILABLE", Changes: [] });
    expect(made.StatusReason).toContain("[AWS::EarlyValidation::PropertyValidation]");
    const { OperationEvents = [] } = await client.describeEvents({ ChangeSetName: made.ChangeSetId });
    const findings = OperationEvents.map(({ EventType, ValidationPath, ValidationStatusReason }) => [
      EventType,
      ValidationPath,
      ValidationStatusReason,
    ]);
    expect(findings.reverse()).toEqual([
      ["VALIDATION_ERROR", "/Resources/Queue/Properties", "#: extraneous key [Delay] is not permitted"],
      ["VALIDATION_ERROR", "/Resources/Subnet/Properties", "#: required key [VpcId] not found"],
      [
        "VALIDATION_ERROR",
        "/Resources/Subnet/Properties/MapPublicIpOnLaunch",
        "#/MapPublicIpOnLaunch: expected type: Boolean, found: String",
      ],
    ]);
  });

  test("does not judge functions and dynamic references", async () => {
    const client = await startWithClient();
    const computed = queue({
      DelaySeconds: { "Fn::If": ["Yes", { Ref: "Delay" }, 1] },
      VisibilityTimeout: "{{resolve:ssm:timeout}}",
    });
    const made = await changeSet(client, "app", {
      ChangeSetType: "CREATE",
      TemplateBody: template(
        { Queue: computed },
        { Parameters: { Delay: { Type: "Number", Default: "1" } }, Conditions: { Yes: { "Fn::Equals": [1, 1] } } },
      ),
    });
    expect(made.Status).toBe("CREATE_COMPLETE");
    expect(made.Changes?.[0]?.ResourceChange?.AfterContext).toContain("{{resolve:ssm:timeout}}");
  });
});

test("change sets are listed and deleted", async () => {
  const client = await startWithClient();
  const made = await changeSet(client, "app", {
    ChangeSetType: "CREATE",
    TemplateBody: template({ Queue: queue() }),
    Description: "first",
  });
  const { Summaries } = await client.listChangeSets({ StackName: "app" });
  expect(Summaries).toMatchObject([{ ChangeSetId: made.ChangeSetId, Description: "first", Status: "CREATE_COMPLETE" }]);
  await client.deleteChangeSet({ ChangeSetName: made.ChangeSetId });
  expect((await client.listChangeSets({ StackName: "app" })).Summaries).toEqual([]);
  await client.deleteChangeSet({ ChangeSetName: "never-was", StackName: "app" });
});
