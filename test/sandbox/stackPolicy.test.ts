import type { CloudFormation, UpdateStackCommandInput } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { settled, startWithClient, story } from "./support/start";
import { queue, template, topic } from "./support/templates";

const NAME = "shop";
const before = template({ Queue: queue({ DelaySeconds: 1 }), Topic: topic({ DisplayName: "a" }) });
const modified = template({ Queue: queue({ DelaySeconds: 2 }), Topic: topic({ DisplayName: "a" }) });
const replaced = template({ Queue: queue({ DelaySeconds: 1, QueueName: "q" }), Topic: topic({ DisplayName: "a" }) });
const removed = template({ Topic: topic({ DisplayName: "a" }) });

type Statement = Readonly<Record<string, unknown>>;
const policy = (...Statement: readonly Statement[]) => JSON.stringify({ Statement });
const allow = { Effect: "Allow", Action: "Update:*", Principal: "*", Resource: "*" };
const deny = (Action: string | string[], Resource = "LogicalResourceId/Queue", more: Statement = {}) => ({
  ...{ Effect: "Deny", Action, Principal: "*", Resource },
  ...more,
});

async function updated(given: string, body: string, more: Partial<UpdateStackCommandInput> = {}) {
  const client = await startWithClient();
  await client.createStack({ StackName: NAME, TemplateBody: before, StackPolicyBody: given });
  await settled(client, NAME);
  await client.updateStack({ StackName: NAME, TemplateBody: body, ...more });
  return { client, status: (await settled(client, NAME)).StackStatus };
}

const reasons = async (client: CloudFormation) => (await story(client, NAME)).join("\n");

test.each([
  ["Update:Modify", modified],
  ["Update:Replace", replaced],
  ["Update:Delete", removed],
])("an update that a policy denies is rolled back: %s", async (action, body) => {
  const { client, status } = await updated(policy(allow, deny(action)), body);
  expect(status).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(await reasons(client)).toContain(
    `Queue UPDATE_FAILED: Action denied by stack policy: Statement [#2] does not allow [${action}] for resource [LogicalResourceId/Queue]`,
  );
});

test("what is denied is that alone: a replacement may be forbidden and a modification allowed", async () => {
  const { status } = await updated(policy(allow, deny(["Update:Replace", "Update:Delete"])), modified);
  expect(status).toBe("UPDATE_COMPLETE");
});

test("whatever a policy does not mention is protected", async () => {
  const given = policy({ ...allow, Resource: "LogicalResourceId/Top*" });
  const { client, status } = await updated(given, modified);
  expect(status).toBe("UPDATE_ROLLBACK_COMPLETE");
  expect(await reasons(client)).toContain("no statement allows [Update:Modify]");
});

test("a condition on the type protects those of the type", async () => {
  const condition = (type: string) => ({ Condition: { StringEquals: { ResourceType: [type] } } });
  const queues = await updated(policy(allow, deny("Update:*", "*", condition("AWS::SQS::Queue"))), modified);
  expect(queues.status).toBe("UPDATE_ROLLBACK_COMPLETE");
  const topics = await updated(policy(allow, deny("Update:*", "*", condition("AWS::SNS::Topic"))), modified);
  expect(topics.status).toBe("UPDATE_COMPLETE");
});

test("the policy of one update holds for that one alone", async () => {
  const given = policy(allow, deny("Update:*"));
  const { client, status } = await updated(given, modified, { StackPolicyDuringUpdateBody: policy(allow) });
  expect(status).toBe("UPDATE_COMPLETE");
  await client.updateStack({ StackName: NAME, TemplateBody: before });
  expect((await settled(client, NAME)).StackStatus).toBe("UPDATE_ROLLBACK_COMPLETE");
});

test("a policy is set and read, and one that is none is refused", async () => {
  const client = await startWithClient();
  await client.createStack({ StackName: NAME, TemplateBody: before });
  expect((await client.getStackPolicy({ StackName: NAME })).StackPolicyBody).toBeUndefined();
  await client.setStackPolicy({ StackName: NAME, StackPolicyBody: policy(allow) });
  expect((await client.getStackPolicy({ StackName: NAME })).StackPolicyBody).toBe(policy(allow));
  for (const body of ["{", "{}", policy({ Effect: "Perhaps" })]) {
    await expect(client.setStackPolicy({ StackName: NAME, StackPolicyBody: body })).rejects.toThrow("stack policy");
  }
});
