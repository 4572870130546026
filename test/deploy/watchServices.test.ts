import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { progressView } from "../../extension/cli/render/progress";
import { execute } from "../../extension/deploy/execute";
import { message } from "../../extension/deploy/say";
import { startTracking, track } from "../../extension/deploy/track";
import type { ServiceHealth } from "../../extension/deploy/types";
import { ServiceWatch } from "../../extension/deploy/watchServices";
import { appOf, deployed, failing, type Ground, openGround, planned, Recorder } from "./ground";

const shop = `name: shop
region: us-east-1
components:
  edge: { type: load-balancer, routes: [{ to: web }] }
  web: { type: web, image: "example/web:1", port: 80, scale: 2 }
`;
const larger = shop.replace("web:1", "web:2");
const reason = "The container exited with code 1.";

let ground: Ground;

/** So slow that a test sees what goes on, and moves the clock to the end of it. */
const speed = 0.1;

beforeEach(async () => {
  ground = await openGround(speed);
});

afterEach(() => ground.close());

const advance = (seconds: number) => ground.sandbox.controls?.advance(seconds / speed);

/** A deployment under way, with the clock at the moment when ECS begins with the service. */
async function begun(manifest: string, host: Recorder) {
  const running = execute(ground.cloud, await planned(ground.cloud, appOf(manifest)), host);
  await host.until("deploying");
  const isMoving = () =>
    host.all("resource").some(({ event }) => event.logicalId === "WebService" && event.physicalId !== undefined);
  for (let moved = 0; !isMoving() && moved < 200; moved++) {
    advance(0.3);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(isMoving()).toBe(true);
  return { running };
}

async function outcomeOf(running: Promise<unknown>): Promise<unknown> {
  advance(600);
  return running;
}

describe("a service that a deployment moves", () => {
  it("is told of while it moves, with its tasks, its rollout and its targets", async () => {
    const host = new Recorder();
    const { running } = await begun(shop, host);
    await host.until("service");
    const [told] = host.all("service");
    expect(told).toMatchObject({ logicalId: "WebService", health: { component: "web", state: "moving", desired: 2 } });
    expect(told?.text).toMatch(/^web: \d of 2 tasks running, .*rolling out\.$/);
    expect(await outcomeOf(running)).toMatchObject({ ok: true });
    expect(host.codes.lastIndexOf("service")).toBeLessThan(host.codes.indexOf("succeeded"));
    expect(host.codes).not.toContain("crashing");
  }, 120_000);

  it("is said to have new tasks that end, with why, and after the second that it had better be cancelled", async () => {
    await deployedQuickly();
    const host = new Recorder();
    const { running } = await begun(failing(larger, "WebService", reason), host);
    await host.until("service");
    // The simulation lets a third end too before it gives up.
    for (let moved = 0; host.all("crashing").length === 0 && moved < 100; moved++) {
      advance(0.2);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const stopped = host.all("task-stopped");
    expect(new Set(stopped.map(({ task }) => task.id)).size).toBe(stopped.length);
    expect(stopped[0]).toMatchObject({ component: "web", task: { reason: expect.stringMatching(/\S/) } });
    expect(host.all("crashing")).toMatchObject([
      { component: "web", stackName: "shop-default", cancel: "update", level: "warning" },
    ]);
    expect(host.all("crashing")[0]?.crashes).toBeGreaterThanOrEqual(2);
    expect(await outcomeOf(running)).toMatchObject({ ok: false });
    expect(host.all("crashing")).toHaveLength(1);
  }, 120_000);

  it("does not take the old tasks, which go because they are replaced, for a failure", async () => {
    await deployedQuickly();
    const host = new Recorder();
    const { running } = await begun(larger, host);
    await host.until("service");
    expect(await outcomeOf(running)).toMatchObject({ ok: true });
    expect(host.codes).not.toContain("task-stopped");
  }, 120_000);

  it("is left alone without permission to ask ECS, and is deployed all the same", async () => {
    ground.sandbox.controls?.begin({ kind: "denied", actions: ["DescribeServices"] });
    const host = new Recorder();
    const { running } = await begun(shop, host);
    expect(await outcomeOf(running)).toMatchObject({ ok: true });
    expect(host.codes).not.toContain("service");
  }, 120_000);

  it("is not asked about for what is told again of something that has ended", async () => {
    const host = new Recorder();
    const watch = new ServiceWatch(ground.cloud, host, { stackName: "shop-default", kind: "update" });
    const event = {
      eventId: "1",
      logicalId: "WebService",
      physicalId: "arn:aws:ecs:us-east-1:000000000000:service/shop/web",
      resourceType: "AWS::ECS::Service",
      label: "service",
      component: "web",
    } as const;
    watch.see({ ...event, status: "UPDATE_IN_PROGRESS", phase: "working" });
    watch.see({ ...event, status: "UPDATE_COMPLETE", phase: "done" });
    watch.see({ ...event, status: "UPDATE_IN_PROGRESS", phase: "working" });
    watch.stop();
    expect(host.messages).toEqual([]);
  });
});

async function deployedQuickly(): Promise<void> {
  const first = deployed(ground.cloud, appOf(shop));
  for (let ended = false; !ended; ) {
    advance(30);
    ended = await Promise.race([first.then(() => true), new Promise<false>((r) => setTimeout(() => r(false), 100))]);
  }
}

const health: ServiceHealth = {
  component: "web",
  state: "moving",
  text: "1 of 2 tasks running, rolling out",
  desired: 2,
  running: 1,
  pending: 0,
  rollout: "moving",
  targets: [],
  stopped: [],
  events: [],
};

describe("what is told of a moving service", () => {
  const start = startTracking({ environment: "default", target: "aws", stackName: "shop-default", phase: "planning" });
  const card = (phase: "working" | "done") => ({
    ...start,
    phase: "deploying" as const,
    components: { web: { phase, done: 1, total: 3, text: "Updating service" } },
  });

  it("stands on its card while it is worked on, and not afterwards", () => {
    const said = message("service", { logicalId: "WebService", health });
    expect(track(card("working"), said).components["web"]).toEqual({
      phase: "working",
      done: 1,
      total: 3,
      text: health.text,
    });
    expect(track(card("done"), said)).toEqual(card("done"));
  });

  it("says in a terminal with which command it is given up", () => {
    const lines: string[] = [];
    const terminal = { out: (text: string) => void lines.push(text), screen: false } as Parameters<
      typeof progressView
    >[0];
    const view = progressView(terminal, start);
    const crash = { stackName: "shop-default", component: "web", crashes: 2 } as const;
    view.show(message("crashing", { ...crash, cancel: "update" }));
    view.show(message("crashing", { ...crash, cancel: "creation" }));
    expect(lines[0]).toMatch(/2 new tasks of web stopped .* In another terminal: stackwright cancel\n$/);
    expect(lines[1]).toMatch(/In another terminal: stackwright destroy --stop\n$/);
  });
});
