import { describe, expect, it } from "vitest";
import { tellHealth } from "../../extension/deploy/operate/tellHealth";
import { message } from "../../extension/deploy/say";
import { track } from "../../extension/deploy/track";
import type { DeploymentView, ServiceHealth } from "../../extension/deploy/types";
import { openGround, Recorder } from "../deploy/ground";

const view: DeploymentView = {
  environment: "default",
  target: "sandbox",
  stackName: "shop-default",
  phase: "succeeded",
  text: "shop-default is deployed.",
  done: 3,
  total: 3,
  components: { web: { phase: "done", done: 3, total: 3, text: "Created" } },
};

const service = (state: ServiceHealth["state"], text: string): ServiceHealth => ({
  component: "web",
  state,
  text,
  desired: 2,
  running: 1,
  pending: 0,
  rollout: "completed",
  targets: [],
  stopped: [],
  events: [],
});

const told = (state: ServiceHealth["state"], before = view) =>
  track(before, message("health", { stackName: "shop-default", services: [service(state, "1 of 2 tasks running")] }));

describe("how services are", () => {
  it.each([
    ["healthy", "done"],
    ["stopped", "done"],
    ["moving", "working"],
    ["degraded", "failed"],
    ["down", "failed"],
  ] as const)("stands on the card of what is deployed: %s is shown as %s", (state, phase) => {
    expect(told(state).components["web"]).toEqual({ phase, done: 3, total: 3, text: "1 of 2 tasks running" });
  });

  it("does not end the deployment's own story, and not its success", () => {
    const after = told("down");
    expect(after).toMatchObject({ phase: "succeeded", text: view.text });
    const deploying = { ...view, phase: "deploying" } as const;
    expect(told("down", deploying)).toBe(deploying);
  });

  it("is not told of a stack that is gone, and nobody is troubled with why", async () => {
    const ground = await openGround();
    const host = new Recorder();
    await tellHealth(ground.cloud, "nothing", host, new AbortController().signal);
    expect(host.messages).toEqual([]);
    await ground.close();
  });
});
