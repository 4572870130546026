import { describe, expect, test } from "vitest";
import { deploy } from "./support/deploy";
import {
  clientOf,
  describe as describeStack,
  events,
  settled,
  start,
  startWithClient,
  story,
  until,
} from "./support/start";
import { database, failing, queue, template, topic } from "./support/templates";

describe("creating", () => {
  test("goes in the order of dependencies, each resource with its physical id before it is complete", async () => {
    const client = await startWithClient();
    const body = template(
      { Topic: topic({ DisplayName: { Ref: "Queue" } }), Queue: queue() },
      { Outputs: { Arn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] }, Description: "where" } } },
    );
    const stack = await deploy(client, "app", "CREATE", body);
    expect(stack).toMatchObject({ StackStatus: "CREATE_COMPLETE" });
    expect(stack.Outputs?.[0]).toMatchObject({ OutputKey: "Arn", Description: "where" });
    expect(stack.Outputs?.[0]?.OutputValue).toMatch(/^arn:aws:sqs:us-east-1:000000000000:app-Queue-[A-Z0-9]{12}$/);
    expect(await story(client, "app")).toEqual([
      "app REVIEW_IN_PROGRESS: User Initiated",
      "app CREATE_IN_PROGRESS: User Initiated",
      "Queue CREATE_IN_PROGRESS",
      "Queue CREATE_IN_PROGRESS: Resource creation Initiated",
      "Queue CREATE_COMPLETE",
      "Topic CREATE_IN_PROGRESS",
      "Topic CREATE_IN_PROGRESS: Resource creation Initiated",
      "Topic CREATE_COMPLETE",
      "app CREATE_COMPLETE",
    ]);
    const physicalIds = (await events(client, "app"))
      .filter(({ LogicalResourceId }) => LogicalResourceId === "Queue")
      .map(({ PhysicalResourceId }) => Boolean(PhysicalResourceId));
    expect(physicalIds).toEqual([false, true, true]);
  });

  test("works on what does not wait for one another at the same time", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ A: queue(), B: queue() }));
    const order = await story(client, "app");
    expect(order.indexOf("B CREATE_IN_PROGRESS")).toBeLessThan(order.indexOf("A CREATE_COMPLETE"));
  });

  test("leaves out what a condition leaves out", async () => {
    const client = await startWithClient();
    const body = template(
      { Queue: queue(), Topic: topic({}, { Condition: "Wanted" }) },
      {
        Parameters: { Wanted: { Type: "String", Default: "no" } },
        Conditions: { Wanted: { "Fn::Equals": [{ Ref: "Wanted" }, "yes"] } },
      },
    );
    await deploy(client, "app", "CREATE", body);
    const { StackResourceSummaries = [] } = await client.listStackResources({ StackName: "app" });
    expect(StackResourceSummaries.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(["Queue"]);
    await deploy(client, "app", "UPDATE", body, { Parameters: [{ ParameterKey: "Wanted", ParameterValue: "yes" }] });
    expect((await client.listStackResources({ StackName: "app" })).StackResourceSummaries).toHaveLength(2);
  });

  test("gives its token and operation id to every event of the operation", async () => {
    const client = await startWithClient();
    await client.createStack({
      StackName: "app",
      TemplateBody: template({ Queue: queue() }),
      ClientRequestToken: "my-token",
    });
    const stack = await settled(client, "app");
    const all = await events(client, "app");
    expect(new Set(all.map(({ ClientRequestToken }) => ClientRequestToken))).toEqual(new Set(["my-token"]));
    expect(new Set(all.map(({ OperationId }) => OperationId))).toEqual(
      new Set([stack.LastOperations?.[0]?.OperationId]),
    );
    expect(new Set(all.map(({ EventId }) => EventId)).size).toBe(all.length);
  });

  test("simulates custom resources, whatever their properties and attributes", async () => {
    const client = await startWithClient();
    const body = template(
      {
        Setup: {
          Type: "Custom::Setup",
          Properties: { ServiceToken: "arn:aws:lambda:us-east-1:000000000000:function:f", Anything: 1 },
        },
      },
      { Outputs: { Result: { Value: { "Fn::GetAtt": ["Setup", "Result"] } } } },
    );
    const stack = await deploy(client, "app", "CREATE", body);
    expect(stack).toMatchObject({ StackStatus: "CREATE_COMPLETE", Outputs: [{ OutputValue: "Setup.Result" }] });
  });
});

describe("a creation that fails", () => {
  test("cancels the rest and rolls back, newest first", async () => {
    const client = await startWithClient();
    const body = template({
      Queue: queue(),
      Topic: topic({ DisplayName: { Ref: "Queue" } }, failing("no room for a topic")),
    });
    const stack = await deploy(client, "app", "CREATE", body);
    expect(stack.StackStatus).toBe("ROLLBACK_COMPLETE");
    expect((await story(client, "app")).slice(-8)).toEqual([
      "Topic CREATE_IN_PROGRESS: Resource creation Initiated",
      "Topic CREATE_FAILED: no room for a topic",
      "app ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Topic]. Rollback requested by user.",
      "Topic DELETE_IN_PROGRESS",
      "Topic DELETE_COMPLETE",
      "Queue DELETE_IN_PROGRESS",
      "Queue DELETE_COMPLETE",
      "app ROLLBACK_COMPLETE",
    ]);
    expect(stack.LastOperations?.map(({ OperationType }) => OperationType)).toEqual([
      "ROLLBACK",
      "CREATE_STACK",
      "CREATE_CHANGESET",
    ]);
  });

  test("stays as it is with rollback off, and can be deployed again or rolled back", async () => {
    const client = await startWithClient();
    const stack = await deploy(client, "app", "CREATE", template({ Queue: queue(), Topic: topic({}, failing("no")) }), {
      DisableRollback: true,
    });
    expect(stack).toMatchObject({ StackStatus: "CREATE_FAILED", DisableRollback: true });
    const mended = await deploy(client, "app", "UPDATE", template({ Queue: queue(), Topic: topic() }));
    expect(mended.StackStatus).toBe("UPDATE_COMPLETE");

    await deploy(client, "second", "CREATE", template({ Topic: topic({}, failing("no")) }), { DisableRollback: true });
    await client.rollbackStack({ StackName: "second" });
    expect((await settled(client, "second")).StackStatus).toBe("ROLLBACK_COMPLETE");
  });

  test("deletes the stack when OnStackFailure says so", async () => {
    const client = await startWithClient();
    const { StackId = "" } = await client.createStack({
      StackName: "app",
      TemplateBody: template({ Topic: topic({}, failing("no")) }),
      OnFailure: "DELETE",
    });
    expect((await settled(client, StackId)).StackStatus).toBe("DELETE_COMPLETE");
  });

  test("checks values that only the deployment knows against their types", async () => {
    const client = await startWithClient();
    const stack = await deploy(
      client,
      "app",
      "CREATE",
      template({ Queue: queue(), Late: queue({ DelaySeconds: { Ref: "Queue" } }) }),
    );
    expect(stack.StackStatus).toBe("ROLLBACK_COMPLETE");
    expect((await story(client, "app")).find((line) => line.startsWith("Late CREATE_FAILED"))).toBe(
      "Late CREATE_FAILED: Properties validation failed for resource Late with message:\n#/DelaySeconds: expected type: Integer, found: String",
    );
  });

  test("can only be deleted after it was rolled back", async () => {
    const client = await startWithClient();
    const body = template({ Topic: topic({}, failing("no")) });
    const { StackId } = await deploy(client, "app", "CREATE", body);
    await expect(
      client.createChangeSet({ StackName: "app", ChangeSetName: "again", TemplateBody: body }),
    ).rejects.toThrow(`Stack:${StackId} is in ROLLBACK_COMPLETE state and can not be updated.`);
    await client.deleteStack({ StackName: "app" });
    expect((await settled(client, StackId ?? "")).StackStatus).toBe("DELETE_COMPLETE");
  });
});

describe("updating", () => {
  test("replaces by making the new before deleting the old", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Topic: topic({ TopicName: "one" }) }));
    const stack = await deploy(client, "app", "UPDATE", template({ Topic: topic({ TopicName: "two" }) }));
    expect(stack.StackStatus).toBe("UPDATE_COMPLETE");
    expect((await story(client, "app")).slice(-8)).toEqual([
      "app UPDATE_IN_PROGRESS: User Initiated",
      "Topic UPDATE_IN_PROGRESS: Requested update requires the creation of a new physical resource; hence creating one.",
      "Topic UPDATE_IN_PROGRESS: Resource creation Initiated",
      "Topic UPDATE_COMPLETE",
      "app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
      "Topic DELETE_IN_PROGRESS",
      "Topic DELETE_COMPLETE",
      "app UPDATE_COMPLETE",
    ]);
    const topics = (await events(client, "app")).filter(({ LogicalResourceId }) => LogicalResourceId === "Topic");
    const id = (status: string) =>
      topics.findLast(({ ResourceStatus }) => ResourceStatus === status)?.PhysicalResourceId;
    expect(id("DELETE_COMPLETE")).toBe(id("CREATE_COMPLETE"));
    expect(id("UPDATE_COMPLETE")).not.toBe(id("CREATE_COMPLETE"));
  });

  test("touches only what changes", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue(), Topic: topic() }));
    await deploy(client, "app", "UPDATE", template({ Queue: queue(), Topic: topic({ DisplayName: "new" }) }));
    const changed = (await story(client, "app")).filter((line) => line.includes("UPDATE"));
    expect(changed.filter((line) => line.startsWith("Queue"))).toEqual([]);
  });

  test("keeps a retained resource and skips its deletion", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue({}, { DeletionPolicy: "Retain" }), Topic: topic() }));
    await deploy(client, "app", "UPDATE", template({ Topic: topic() }));
    expect((await story(client, "app")).slice(-3)).toEqual([
      "app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
      "Queue DELETE_SKIPPED",
      "app UPDATE_COMPLETE",
    ]);
  });

  test("goes back to what was when something fails", async () => {
    const client = await startWithClient();
    const before = template(
      { Queue: queue({ DelaySeconds: 1 }), Topic: topic({ TopicName: "one" }) },
      { Outputs: { Name: { Value: { "Fn::GetAtt": ["Topic", "TopicName"] } } } },
    );
    await deploy(client, "app", "CREATE", before);
    const after = template({
      Queue: queue({ DelaySeconds: 2, Tags: [{ Key: "t", Value: { Ref: "Topic" } }] }, failing("throttled")),
      Topic: topic({ TopicName: "two" }),
      Extra: topic(),
    });
    const stack = await deploy(client, "app", "UPDATE", after);
    expect(stack.StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(stack.Outputs?.map(({ OutputValue }) => OutputValue)).toEqual(["one"]);
    const lines = await story(client, "app");
    expect(lines).toContain("app UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Queue]. ");
    expect(lines.slice(lines.indexOf("app UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")).sort()).toEqual([
      "Extra DELETE_COMPLETE",
      "Extra DELETE_IN_PROGRESS",
      "Topic DELETE_COMPLETE",
      "Topic DELETE_IN_PROGRESS",
      "app UPDATE_ROLLBACK_COMPLETE",
      "app UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
    ]);
    const { StackResourceSummaries = [] } = await client.listStackResources({ StackName: "app" });
    expect(StackResourceSummaries.map(({ LogicalResourceId }) => LogicalResourceId).sort()).toEqual(["Queue", "Topic"]);
    await expect(client.updateStack({ StackName: "app", TemplateBody: before })).rejects.toThrow(
      "No updates are to be performed.",
    );
  });

  test("that failed with rollback off can be rolled back to the state before", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue({ DelaySeconds: 1 }) }));
    const stack = await deploy(
      client,
      "app",
      "UPDATE",
      template({ Queue: queue({ DelaySeconds: 2 }, failing("no")) }),
      { DisableRollback: true },
    );
    expect(stack.StackStatus).toBe("UPDATE_FAILED");
    await client.rollbackStack({ StackName: "app" });
    expect((await settled(client, "app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect((await client.getTemplate({ StackName: "app" })).TemplateBody).toBe(
      template({ Queue: queue({ DelaySeconds: 1 }) }),
    );
  });

  test("can be cancelled", async () => {
    const client = await startWithClient({ speed: 50 });
    await deploy(client, "app", "CREATE", template({ Queue: queue({ DelaySeconds: 1 }) }));
    const slow = { Db: database({}, { DependsOn: "Queue" }), Queue: queue({ DelaySeconds: 2 }) };
    await client.updateStack({ StackName: "app", TemplateBody: template(slow) });
    await until(
      async () => ((await story(client, "app")).includes("Db CREATE_IN_PROGRESS") ? true : undefined),
      "the database",
    );
    await client.cancelUpdateStack({ StackName: "app" });
    expect((await settled(client, "app")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    const lines = await story(client, "app");
    expect(lines).toContain("Db CREATE_FAILED: Resource creation cancelled");
    expect(lines).toContain("Queue UPDATE_COMPLETE");
  });
});

describe("a rollback that fails", () => {
  test("waits to be continued, and can skip what will not go back", async () => {
    const client = await startWithClient();
    const fails = { Metadata: { StackwrightSandbox: { Fail: "forward", FailRollback: "backward" } } };
    for (const name of ["retried", "skipped"]) {
      await deploy(client, name, "CREATE", template({ Queue: queue({ DelaySeconds: 1 }) }));
      const stack = await deploy(client, name, "UPDATE", template({ Queue: queue({ DelaySeconds: 2 }, fails) }));
      expect(stack.StackStatus).toBe("UPDATE_ROLLBACK_FAILED");
    }
    await client.continueUpdateRollback({ StackName: "retried" });
    expect((await settled(client, "retried")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect(await story(client, "retried")).toContain("Queue UPDATE_FAILED: backward");
    await client.continueUpdateRollback({ StackName: "skipped", ResourcesToSkip: ["Queue"] });
    expect((await settled(client, "skipped")).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  });
});

describe("deleting", () => {
  test("takes everything away, users before what they use, and knows the stack by its id afterwards", async () => {
    const client = await startWithClient();
    const { StackId = "" } = await deploy(
      client,
      "app",
      "CREATE",
      template({ Queue: queue(), Topic: topic({ DisplayName: { Ref: "Queue" } }) }),
    );
    await client.deleteStack({ StackName: "app" });
    const stack = await settled(client, StackId);
    expect(stack.StackStatus).toBe("DELETE_COMPLETE");
    expect(stack.DeletionTime).toBeInstanceOf(Date);
    expect((await story(client, StackId)).slice(-6)).toEqual([
      "app DELETE_IN_PROGRESS: User Initiated",
      "Topic DELETE_IN_PROGRESS",
      "Topic DELETE_COMPLETE",
      "Queue DELETE_IN_PROGRESS",
      "Queue DELETE_COMPLETE",
      "app DELETE_COMPLETE",
    ]);
    await expect(describeStack(client, "app")).rejects.toThrow("Stack with id app does not exist");
  });

  test("of a stack that does not exist succeeds, and of one in review takes only the shell", async () => {
    const client = await startWithClient();
    await client.deleteStack({ StackName: "never" });
    await client.createChangeSet({
      StackName: "shell",
      ChangeSetName: "a",
      ChangeSetType: "CREATE",
      TemplateBody: template({ Queue: queue() }),
    });
    await client.deleteStack({ StackName: "shell" });
    await expect(describeStack(client, "shell")).rejects.toThrow("does not exist");
  });

  test("is refused by termination protection, and nothing changes", async () => {
    const client = await startWithClient();
    await deploy(client, "app", "CREATE", template({ Queue: queue() }));
    await client.updateTerminationProtection({ StackName: "app", EnableTerminationProtection: true });
    await expect(client.deleteStack({ StackName: "app" })).rejects.toThrow(
      "Stack [app] cannot be deleted while TerminationProtection is enabled",
    );
    expect(await describeStack(client, "app")).toMatchObject({
      StackStatus: "CREATE_COMPLETE",
      EnableTerminationProtection: true,
    });
    await client.updateTerminationProtection({ StackName: "app", EnableTerminationProtection: false });
    await client.deleteStack({ StackName: "app" });
  });

  test("fails on what is protected, keeps what it stands on, and goes on when that is retained", async () => {
    const client = await startWithClient();
    const group = {
      Type: "AWS::RDS::DBSubnetGroup",
      Properties: { DBSubnetGroupDescription: "d", SubnetIds: ["a", "b"] },
    };
    const db = database(
      { DBSubnetGroupName: { Ref: "Group" }, DeletionProtection: true },
      { DeletionPolicy: "Delete" },
    );
    const { StackId = "" } = await deploy(client, "app", "CREATE", template({ Group: group, Db: db, Queue: queue() }));
    await client.deleteStack({ StackName: "app" });
    const failed = await settled(client, StackId);
    expect(failed).toMatchObject({
      StackStatus: "DELETE_FAILED",
      StackStatusReason: "The following resource(s) failed to delete: [Db]. ",
    });
    const statuses = async () =>
      Object.fromEntries(
        ((await client.listStackResources({ StackName: StackId })).StackResourceSummaries ?? []).map((r) => [
          r.LogicalResourceId,
          r.ResourceStatus,
        ]),
      );
    expect(await statuses()).toEqual({ Group: "CREATE_COMPLETE", Db: "DELETE_FAILED", Queue: "DELETE_COMPLETE" });
    await client.deleteStack({ StackName: "app", RetainResources: ["Db"] });
    expect((await settled(client, StackId)).StackStatus).toBe("DELETE_COMPLETE");
    expect(await statuses()).toEqual({ Group: "DELETE_COMPLETE", Db: "DELETE_SKIPPED", Queue: "DELETE_COMPLETE" });
  });

  test("of a deletion made to fail, by force leaves the rest behind", async () => {
    const client = await startWithClient();
    const stuck = queue({}, { Metadata: { StackwrightSandbox: { FailDelete: "in use" } } });
    const { StackId = "" } = await deploy(client, "app", "CREATE", template({ Queue: stuck }));
    await client.deleteStack({ StackName: "app" });
    expect((await settled(client, StackId)).StackStatus).toBe("DELETE_FAILED");
    await client.deleteStack({ StackName: "app", DeletionMode: "FORCE_DELETE_STACK" });
    expect((await settled(client, StackId)).StackStatus).toBe("DELETE_COMPLETE");
  });

  test("stops a creation that is under way", async () => {
    const client = await startWithClient({ speed: 20 });
    const { StackId = "" } = await client.createStack({ StackName: "app", TemplateBody: template({ Db: database() }) });
    await client.deleteStack({ StackName: "app" });
    expect((await settled(client, StackId)).StackStatus).toBe("DELETE_COMPLETE");
    expect(await story(client, StackId)).toContain("Db CREATE_FAILED: Resource creation cancelled");
  });
});

describe("what deleted resources leave behind", () => {
  test("is told on the page, a snapshot with its name and a retained resource with its id", async () => {
    const sandbox = await start();
    const client = clientOf(sandbox);
    const kept = {
      Db: database({}, { DeletionPolicy: "Snapshot" }),
      Queue: queue({ QueueName: "jobs" }, { DeletionPolicy: "Retain" }),
    };
    const { StackId = "" } = await deploy(client, "app", "CREATE", template({ ...kept, Topic: topic() }));
    await client.deleteStack({ StackName: "app" });
    await settled(client, StackId);
    const page = await (await fetch(sandbox.endpoint)).text();
    expect(page).toMatch(/snapshot app-snapshot-db-[0-9a-f-]+, of Db \(AWS::RDS::DBInstance\)/);
    expect(page).toContain(
      "retained https://sqs.us-east-1.amazonaws.com/000000000000/jobs, of Queue (AWS::SQS::Queue)",
    );
    expect(page).not.toContain("of Topic");
  });

  test("a replaced database is snapshotted by its policy for replacements alone", async () => {
    const sandbox = await start();
    const client = clientOf(sandbox);
    const policies = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Snapshot" };
    await deploy(client, "app", "CREATE", template({ Db: database({ DBName: "one" }, policies) }));
    await deploy(client, "app", "UPDATE", template({ Db: database({ DBName: "two" }, policies) }));
    const page = await (await fetch(sandbox.endpoint)).text();
    expect(page).toContain("snapshot app-snapshot-db-");
    expect(page).not.toContain("retained");
  });

  test("a creation that is rolled back takes no snapshot, and retains only what is not excepted", async () => {
    const sandbox = await start();
    const client = clientOf(sandbox);
    const body = template({
      Db: database({}, { DeletionPolicy: "Snapshot" }),
      Kept: queue({}, { DeletionPolicy: "Retain" }),
      Excepted: queue({}, { DeletionPolicy: "RetainExceptOnCreate" }),
      Topic: topic({}, { ...failing("no"), DependsOn: ["Db", "Kept", "Excepted"] }),
    });
    await deploy(client, "app", "CREATE", body);
    const page = await (await fetch(sandbox.endpoint)).text();
    expect(page).not.toContain("snapshot");
    expect(page).toContain("of Kept");
    expect(page).not.toContain("of Excepted");
  });
});
