import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { investigate } from "../../extension/deploy/explain/investigate";
import { lastFailure } from "../../extension/deploy/explain/lastFailure";
import type { Failure } from "../../extension/deploy/types";
import { appOf, deployed, failing, type Ground, openGround, shop } from "./ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const breaker = "'ECS Deployment Circuit Breaker was triggered'. The container exited with code 3.";

async function brokenUpdate(name: string): Promise<Failure> {
  const text = shop.replace("name: shop", `name: ${name}`);
  await deployed(ground.cloud, appOf(text));
  const next = text.replace("example/jobs:1", "example/jobs:2");
  const outcome = await deployed(ground.cloud, appOf(failing(next, "JobsService", breaker)));
  if (outcome.ok) throw new Error("It was to fail.");
  return outcome.failure;
}

describe("a service that does not come up", () => {
  it("is explained by the task that stopped last, with the end of its log", async () => {
    const failure = await brokenUpdate("breaker");
    expect(failure).toMatchObject({
      code: "container-exited",
      component: "jobs",
      task: { reason: expect.stringContaining("Essential container"), exitCode: 3 },
      raw: breaker,
    });
    expect(failure.message).toMatch(/\(exit code 3\)\.$/);
    expect(failure.log?.length).toBeGreaterThan(0);
  });

  it("is explained as well when nobody had watched", async () => {
    const failure = await brokenUpdate("unwatched");
    const last = await lastFailure(ground.cloud, "unwatched-default");
    expect(last?.failure).toMatchObject({ task: { id: failure.task?.id, exitCode: 3 } });
  });
});

describe("a failure that cannot be looked into", () => {
  const failure: Failure = { code: "container-exited", message: "It failed.", fix: "Mend it." };
  const cause = { EventId: "1", StackId: "s", StackName: "s", Timestamp: new Date(), LogicalResourceId: "WebService" };
  const look = (ResourceType: string) =>
    investigate(ground.cloud, "no-such-stack", { ...cause, ResourceType }, failure, () => ({}));

  it("stays as it was when there is nothing left to ask", async () => {
    expect(await look("AWS::ECS::Service")).toBe(failure);
  });

  it("stays as it was when no container is behind it", async () => {
    expect(await look("AWS::RDS::DBInstance")).toBe(failure);
  });
});
