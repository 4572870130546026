import type { CloudFormation } from "@aws-sdk/client-cloudformation";
import { expect, test } from "vitest";
import { deploy } from "./support/deploy";
import { clientOf, describe, start, until } from "./support/start";
import { queue, template, topic } from "./support/templates";

const BODY = template({ Queue: queue({ DelaySeconds: 5, Tags: [{ Key: "a", Value: "b" }] }), Topic: topic() });

async function stage(body = BODY) {
  const sandbox = await start();
  const client = clientOf(sandbox);
  await deploy(client, "shop", "CREATE", body);
  const drift = sandbox.controls?.drift;
  if (!drift) {
    throw new Error("Another process owns this Sandbox.");
  }
  return { client, drift };
}

async function detect(client: CloudFormation) {
  const { StackDriftDetectionId } = await client.detectStackDrift({ StackName: "shop" });
  const status = await until(async () => {
    const answer = await client.describeStackDriftDetectionStatus({ StackDriftDetectionId });
    return answer.DetectionStatus === "DETECTION_COMPLETE" ? answer : undefined;
  }, "the end of the look");
  const { StackResourceDrifts = [] } = await client.describeStackResourceDrifts({ StackName: "shop" });
  return { status, drifts: StackResourceDrifts };
}

test("a stack that nobody has looked at is not checked, and one as it should be is in sync", async () => {
  const { client } = await stage();
  expect((await describe(client, "shop")).DriftInformation).toEqual({ StackDriftStatus: "NOT_CHECKED" });
  const { status, drifts } = await detect(client);
  expect(status).toMatchObject({ StackDriftStatus: "IN_SYNC", DriftedStackResourceCount: 0 });
  expect(drifts.map(({ StackResourceDriftStatus }) => StackResourceDriftStatus)).toEqual(["IN_SYNC", "IN_SYNC"]);
  expect((await describe(client, "shop")).DriftInformation?.StackDriftStatus).toBe("IN_SYNC");
});

test("each property that is otherwise is told by its path, with what is expected and what is there", async () => {
  const { client, drift } = await stage();
  drift("shop", "Queue", { DelaySeconds: 9, Tags: [{ Key: "a", Value: "c" }], KmsMasterKeyId: "key" });
  const { status, drifts } = await detect(client);
  expect(status).toMatchObject({ StackDriftStatus: "DRIFTED", DriftedStackResourceCount: 1 });
  const differences = drifts.find(({ LogicalResourceId }) => LogicalResourceId === "Queue")?.PropertyDifferences;
  expect(differences).toEqual([
    { PropertyPath: "/DelaySeconds", ExpectedValue: "5", ActualValue: "9", DifferenceType: "NOT_EQUAL" },
    { PropertyPath: "/Tags/0/Value", ExpectedValue: "b", ActualValue: "c", DifferenceType: "NOT_EQUAL" },
    { PropertyPath: "/KmsMasterKeyId", ExpectedValue: "null", ActualValue: "key", DifferenceType: "ADD" },
  ]);
});

test("a property that somebody has taken away, and a resource that somebody has deleted", async () => {
  const { client, drift } = await stage();
  drift("shop", "Queue", { DelaySeconds: null });
  drift("shop", "Topic", "deleted");
  const { drifts } = await detect(client);
  const shown = drifts.map(({ StackResourceDriftStatus, PropertyDifferences }) => [
    StackResourceDriftStatus,
    PropertyDifferences?.map(({ DifferenceType }) => DifferenceType),
  ]);
  expect(shown).toEqual([
    ["MODIFIED", ["REMOVE"]],
    ["DELETED", []],
  ]);
});

test("only the statuses that are asked for are listed", async () => {
  const { client, drift } = await stage();
  drift("shop", "Topic", "deleted");
  await detect(client);
  const filtered = { StackName: "shop", StackResourceDriftStatusFilters: ["DELETED" as const] };
  const { StackResourceDrifts = [] } = await client.describeStackResourceDrifts(filtered);
  expect(StackResourceDrifts.map(({ LogicalResourceId }) => LogicalResourceId)).toEqual(["Topic"]);
});

test("a change of the resource mends it", async () => {
  const { client, drift } = await stage();
  drift("shop", "Queue", { DelaySeconds: 9 });
  await deploy(client, "shop", "UPDATE", template({ Queue: queue({ DelaySeconds: 6 }), Topic: topic() }));
  expect((await detect(client)).status.StackDriftStatus).toBe("IN_SYNC");
});

test("the metadata of a resource say what is found of it", async () => {
  const metadata = { Metadata: { StackwrightSandbox: { Drift: { DelaySeconds: 1 } } } };
  const { client } = await stage(template({ Queue: queue({ DelaySeconds: 5 }, metadata) }));
  expect((await detect(client)).drifts[0]?.PropertyDifferences).toMatchObject([{ ActualValue: "1" }]);
});

test("a look needs a stack at rest", async () => {
  const sandbox = await start({ speed: 1 });
  const client = clientOf(sandbox);
  await client.createStack({ StackName: "shop", TemplateBody: BODY });
  await expect(client.detectStackDrift({ StackName: "shop" })).rejects.toThrow("in status CREATE_IN_PROGRESS");
});
