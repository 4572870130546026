import { type CloudFormation, StackStatus } from "@aws-sdk/client-cloudformation";
import { expect, describe as group, test } from "vitest";
import { changeSet, deploy } from "./support/deploy";
import { describe, events, settled, startWithClient, story } from "./support/start";
import { failing, queue, template, topic } from "./support/templates";

type Metadata = Readonly<Record<string, string>>;

const faulty = (metadata: Metadata) => ({ Metadata: { StackwrightSandbox: metadata } });
const NAME = "shop";

const one = template({ Queue: queue() });
const two = template({ Queue: queue({ DelaySeconds: 5 }), Topic: topic() });
const failingUpdate = template({ Queue: queue({ DelaySeconds: 5 }), Topic: topic({}, failing("no")) });
const stuckUpdate = template({
  Queue: queue({ DelaySeconds: 5 }, faulty({ FailRollback: "stuck" })),
  Topic: topic({}, { ...failing("no"), DependsOn: "Queue" }),
});
const failingCreate = template({ Queue: queue({}, failing("no")) });
const undeletable = template({ Queue: queue({}, faulty({ FailDelete: "in use" })) });
const stuckCreate = template({
  Queue: queue({}, faulty({ FailDelete: "in use" })),
  Topic: topic({}, { ...failing("no"), DependsOn: "Queue" }),
});

async function importing(client: CloudFormation, metadata: Metadata = {}): Promise<void> {
  const made = await changeSet(client, NAME, {
    ChangeSetType: "IMPORT",
    TemplateBody: template({ Queue: queue({}, { DeletionPolicy: "Retain", ...faulty(metadata) }) }),
    ResourcesToImport: [
      {
        ResourceType: "AWS::SQS::Queue",
        LogicalResourceId: "Queue",
        ResourceIdentifier: { QueueUrl: "https://q/old" },
      },
    ],
  });
  await client.executeChangeSet({ ChangeSetName: made.ChangeSetId });
}

const create =
  (body: string, DisableRollback = false) =>
  (client: CloudFormation) =>
    client.createStack({ StackName: NAME, TemplateBody: body, DisableRollback });

const update =
  (body: string, DisableRollback = false) =>
  async (client: CloudFormation) => {
    await create(one)(client);
    await settled(client, NAME);
    await client.updateStack({ StackName: NAME, TemplateBody: body, DisableRollback });
  };

const remove = (body: string) => async (client: CloudFormation) => {
  await create(body)(client);
  const { StackId } = await settled(client, NAME);
  await client.deleteStack({ StackName: StackId });
};

/** How each status comes about. All but the last of a way are passed through. */
const ways: Readonly<Record<StackStatus, (client: CloudFormation) => Promise<unknown>>> = {
  REVIEW_IN_PROGRESS: (client) => changeSet(client, NAME, { ChangeSetType: "CREATE", TemplateBody: one }),
  CREATE_IN_PROGRESS: create(one),
  CREATE_COMPLETE: create(one),
  CREATE_FAILED: create(failingCreate, true),
  ROLLBACK_IN_PROGRESS: create(failingCreate),
  ROLLBACK_COMPLETE: create(failingCreate),
  ROLLBACK_FAILED: create(stuckCreate),
  UPDATE_IN_PROGRESS: update(two),
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: update(two),
  UPDATE_COMPLETE: update(two),
  UPDATE_FAILED: update(failingUpdate, true),
  UPDATE_ROLLBACK_IN_PROGRESS: update(failingUpdate),
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: update(failingUpdate),
  UPDATE_ROLLBACK_COMPLETE: update(failingUpdate),
  UPDATE_ROLLBACK_FAILED: update(stuckUpdate),
  DELETE_IN_PROGRESS: remove(one),
  DELETE_COMPLETE: remove(one),
  DELETE_FAILED: remove(undeletable),
  IMPORT_IN_PROGRESS: (client) => importing(client),
  IMPORT_COMPLETE: (client) => importing(client),
  IMPORT_ROLLBACK_IN_PROGRESS: (client) => importing(client, { Fail: "no" }),
  IMPORT_ROLLBACK_COMPLETE: (client) => importing(client, { Fail: "no" }),
  IMPORT_ROLLBACK_FAILED: (client) => importing(client, { Fail: "no", FailRollback: "stuck" }),
};

group("every status that AWS documents is reached", () => {
  test.each(Object.values(StackStatus))("%s", async (status) => {
    const client = await startWithClient();
    await ways[status](client);
    const [first] = await events(client, (await describe(client, NAME).catch(() => undefined))?.StackId ?? NAME).catch(
      () => [],
    );
    const { StackSummaries = [] } = await client.listStacks({});
    const id = first?.StackId ?? StackSummaries[0]?.StackId ?? "";
    const last = await settledOrReview(client, id);
    const passed = (await events(client, id)).filter(({ PhysicalResourceId }) => PhysicalResourceId === id);
    expect(passed.map(({ ResourceStatus }) => String(ResourceStatus))).toContain(status);
    if (!status.endsWith("_IN_PROGRESS")) {
      expect(last).toBe(status);
    }
  });
});

async function settledOrReview(client: CloudFormation, id: string): Promise<string | undefined> {
  const { StackStatus: now } = await describe(client, id);
  return now === "REVIEW_IN_PROGRESS" ? now : (await settled(client, id)).StackStatus;
}

group("an import", () => {
  test("says in its change set what it takes in, and under which identity", async () => {
    const client = await startWithClient();
    await importing(client);
    expect((await settled(client, NAME)).StackStatus).toBe("IMPORT_COMPLETE");
    const { StackResources = [] } = await client.describeStackResources({ StackName: NAME });
    expect(StackResources).toMatchObject([{ LogicalResourceId: "Queue", PhysicalResourceId: "https://q/old" }]);
  });

  test("changes nothing else", async () => {
    const client = await startWithClient();
    await deploy(client, NAME, "CREATE", one);
    const made = await changeSet(client, NAME, {
      ChangeSetType: "IMPORT",
      TemplateBody: template({ Queue: queue({ DelaySeconds: 9 }), Topic: topic({}, { DeletionPolicy: "Retain" }) }),
      ResourcesToImport: [
        { ResourceType: "AWS::SNS::Topic", LogicalResourceId: "Topic", ResourceIdentifier: { TopicArn: "arn:t" } },
      ],
    });
    expect(made.StatusReason).toBe("As part of the import operation, you cannot modify or add [Queue]");
  });

  test("needs a deletion policy that the template says", async () => {
    const client = await startWithClient();
    const request = client.createChangeSet({
      StackName: NAME,
      ChangeSetName: "take",
      ChangeSetType: "IMPORT",
      TemplateBody: one,
      ResourcesToImport: [
        { ResourceType: "AWS::SQS::Queue", LogicalResourceId: "Queue", ResourceIdentifier: { QueueUrl: "q" } },
      ],
    });
    await expect(request).rejects.toThrow("must have a DeletionPolicy");
  });

  test("that fails lets go of what it took, without deleting it, and can be updated afterwards", async () => {
    const client = await startWithClient();
    await importing(client, { Fail: "no such queue" });
    await settled(client, NAME);
    const told = await story(client, NAME);
    expect(told).toContain("Queue IMPORT_FAILED: no such queue");
    expect(told.join()).not.toContain("DELETE");
    await client.updateStack({ StackName: NAME, TemplateBody: one });
    expect((await settled(client, NAME)).StackStatus).toBe("UPDATE_COMPLETE");
  });
});

group("a rollback that got stuck", () => {
  test("is forced past whatever fails to go back", async () => {
    const client = await startWithClient();
    await update(stuckUpdate)(client);
    expect((await settled(client, NAME)).StackStatus).toBe("UPDATE_ROLLBACK_FAILED");
    await client.continueUpdateRollback({ StackName: NAME, ForceRollback: true });
    expect((await settled(client, NAME)).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
  });

  test("is not forced and told what to skip at once", async () => {
    const client = await startWithClient();
    await update(stuckUpdate)(client);
    await settled(client, NAME);
    const both = { StackName: NAME, ForceRollback: true, ResourcesToSkip: ["Queue"] };
    await expect(client.continueUpdateRollback(both)).rejects.toThrow("cannot be specified together");
  });
});

group("a deployment configuration", () => {
  const standard = { Mode: "STANDARD", DisableRollback: true } as const;

  test("keeps what a failed creation has made, when it says so", async () => {
    const client = await startWithClient();
    await client.createStack({ StackName: NAME, TemplateBody: failingCreate, DeploymentConfig: standard });
    expect((await settled(client, NAME)).StackStatus).toBe("CREATE_FAILED");
  });

  test("keeps what a failed change set has made, when it says so", async () => {
    const client = await startWithClient();
    await deploy(client, NAME, "CREATE", failingCreate, { DeploymentConfig: standard });
    expect((await describe(client, NAME)).StackStatus).toBe("CREATE_FAILED");
  });

  test("of express mode is refused in words", async () => {
    const client = await startWithClient();
    const express = { StackName: NAME, TemplateBody: one, DeploymentConfig: { Mode: "EXPRESS" } } as const;
    await expect(client.createStack(express)).rejects.toThrow("express mode");
  });

  test("of standard mode deletes as without one", async () => {
    const client = await startWithClient();
    const { StackId } = await deploy(client, NAME, "CREATE", one);
    await client.deleteStack({ StackName: NAME, DeploymentConfig: { Mode: "STANDARD" } });
    expect((await settled(client, StackId ?? "")).StackStatus).toBe("DELETE_COMPLETE");
  });
});

test("the template of a shell in review is empty, as the CDK CLI reads it between change set and execution", async () => {
  const client = await startWithClient();
  await changeSet(client, NAME, { ChangeSetType: "CREATE", TemplateBody: one });
  expect((await client.getTemplate({ StackName: NAME })).TemplateBody).toBe("");
});
