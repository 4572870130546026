import { describe, expect, it } from "vitest";
import type { Message, ResourceEvent } from "../../extension/deploy/messages";
import { type Expected, ProgressCounter } from "../../extension/deploy/progress";
import { message } from "../../extension/deploy/say";
import { expectedOf, startTracking, track } from "../../extension/deploy/track";
import type { DeploymentView, Plan, PlannedChange } from "../../extension/deploy/types";

const identity = {
  target: "sandbox",
  account: "000000000000",
  arn: "arn:aws:iam::000000000000:user/me",
  region: "us-east-1",
} as const;

function planOf(
  changes: readonly (readonly [logicalId: string, component: string | undefined, action?: PlannedChange["action"]])[],
): Plan {
  return {
    stackName: "shop-default",
    stackId: "arn:stack",
    changeSetId: "arn:set",
    environment: "default",
    identity,
    kind: "create",
    changes: changes.map(([logicalId, component, action = "add"]) => ({
      action,
      logicalId,
      resourceType: "AWS::SNS::Topic",
      label: "topic",
      properties: [],
      ...(component === undefined ? {} : { component }),
    })),
    dataRisks: [],
    protected: false,
    createdAt: new Date(0).toISOString(),
    outputs: [],
  };
}

const start = startTracking({
  environment: "default",
  target: "sandbox",
  stackName: "shop-default",
  phase: "planning",
});
const failure = { code: "already-exists", message: "It exists.", fix: "Rename it." } as const;

/** A deployment told by what happens to its resources: `Db CREATE_COMPLETE`. */
function told(plan: Plan, story: readonly string[]): { view: DeploymentView; messages: Message[] } {
  const counter = new ProgressCounter(expectedOf(plan));
  const components = new Map(plan.changes.map(({ logicalId, component }) => [logicalId, component]));
  let goingBack = false;
  const messages: Message[] = [message("deploying", { plan })];
  for (const [index, line] of story.entries()) {
    const [logicalId = "", status = ""] = line.split(" ");
    if (logicalId === "stack") {
      goingBack = true;
      messages.push(message("rolling-back", { stackName: plan.stackName, failure }));
      continue;
    }
    const component = components.get(logicalId);
    const event: ResourceEvent = {
      eventId: String(index),
      logicalId,
      resourceType: "AWS::SNS::Topic",
      label: "topic",
      status,
      phase: phase(status, goingBack),
      ...(component === undefined ? {} : { component }),
    };
    messages.push(message("resource", { event, step: counter.count(event, goingBack) }));
  }
  return { view: messages.reduce(track, start), messages };
}

function phase(status: string, goingBack: boolean): ResourceEvent["phase"] {
  if (status.endsWith("FAILED")) return "failed";
  if (status.endsWith("IN_PROGRESS")) return "working";
  if (status === "DELETE_SKIPPED") return "kept";
  return goingBack ? "undone" : status === "DELETE_COMPLETE" ? "removed" : "done";
}

describe("tracking a deployment", () => {
  const plan = planOf([
    ["A", "web"],
    ["B", "web"],
    ["C", "db"],
    ["Vpc", undefined],
  ]);

  it("begins with every component waiting for all of its resources", () => {
    const { view } = told(plan, []);
    expect(view).toMatchObject({ phase: "deploying", done: 0, total: 4 });
    expect(view.components).toMatchObject({ web: { phase: "waiting", total: 2 }, db: { phase: "waiting", total: 1 } });
  });

  it("counts what is through, for each component and in total", () => {
    const { view } = told(plan, [
      "Vpc CREATE_COMPLETE",
      "A CREATE_IN_PROGRESS",
      "A CREATE_COMPLETE",
      "C CREATE_IN_PROGRESS",
    ]);
    expect(view).toMatchObject({ done: 2, total: 4, text: "Creating 2 of 4 resources" });
    expect(view.components["web"]).toMatchObject({ phase: "working", done: 1, total: 2 });
    expect(view.components["db"]).toMatchObject({ phase: "working", done: 0, text: "Creating topic" });
  });

  it("has a component done with its last resource", () => {
    const { view } = told(plan, ["A CREATE_COMPLETE", "B CREATE_COMPLETE"]);
    expect(view.components["web"]).toMatchObject({ phase: "done", done: 2 });
    expect(view.components["db"]).toMatchObject({ phase: "waiting" });
  });

  it("does not count twice what is told twice, nor what it does not expect", () => {
    const { view } = told(plan, ["A CREATE_COMPLETE", "A CREATE_COMPLETE", "Other CREATE_COMPLETE"]);
    expect(view.done).toBe(1);
  });

  it("does not take a replaced resource's old one for undoing the new one", () => {
    const { view } = told(plan, ["C UPDATE_COMPLETE", "C DELETE_IN_PROGRESS", "C DELETE_COMPLETE"]);
    expect(view.components["db"]).toMatchObject({ phase: "done", done: 1 });
  });

  it("calls a component removed when all of it goes", () => {
    const { view } = told(planOf([["A", "web", "remove"]]), ["A DELETE_COMPLETE"]);
    expect(view.components["web"]?.phase).toBe("removed");
  });

  it("shows what failed, and counts down while the rest is taken back", () => {
    const forth = ["Vpc CREATE_COMPLETE", "A CREATE_COMPLETE", "C CREATE_FAILED", "stack"];
    expect(told(plan, forth).view.failure).toEqual(failure);
    const { view } = told(plan, [...forth, "A DELETE_COMPLETE"]);
    expect(view).toMatchObject({ done: 1, text: "Rolling back: 1 resource still to undo" });
    expect(view.components["db"]?.phase).toBe("failed");
    expect(view.components["web"]).toMatchObject({ phase: "waiting", done: 0 });
  });

  it("is safe with a component called like a part of every object", () => {
    const { view } = told(
      planOf([
        ["A", "constructor"],
        ["B", "__proto__"],
      ]),
      ["A CREATE_COMPLETE", "B CREATE_COMPLETE"],
    );
    expect(Object.keys(view.components).sort()).toEqual(["__proto__", "constructor"]);
    expect(view.components["constructor"]?.phase).toBe("done");
  });
});

describe("the endings", () => {
  const plan = planOf([["A", "web"]]);

  it("keep the outputs of a success, and forget the failure of an earlier attempt", () => {
    const outputs = [{ key: "Url", label: "Address", value: "http://x" }];
    const failed = track(start, message("failed", { failure }));
    const view = [
      message("planned", { plan }),
      message("deploying", { plan }),
      message("succeeded", { stackName: "shop-default", outputs, seconds: 3 }),
    ].reduce(track, failed);
    expect(view).toMatchObject({ phase: "succeeded", outputs, done: 1, total: 1 });
    expect(view.failure).toBeUndefined();
  });

  it("keep the cause of a failure", () => {
    expect(track(start, message("failed", { failure }))).toMatchObject({
      phase: "failed",
      failure,
      text: "It exists.",
    });
  });

  it("say that nothing had to be done", () => {
    const view = track(start, message("unchanged", { stackName: "shop-default", outputs: [] }));
    expect(view).toMatchObject({ phase: "unchanged", text: "shop-default is up to date. There is nothing to deploy." });
  });
});

describe("a reducer", () => {
  it("changes nothing that it was given", () => {
    const frozen = Object.freeze({ ...start, components: Object.freeze({}) });
    const { messages } = told(planOf([["A", "web"]]), ["A CREATE_COMPLETE"]);
    expect(() => messages.reduce(track, frozen)).not.toThrow();
  });

  it("counts each expected resource once, whatever its fate", () => {
    const expected: Expected[] = [
      { logicalId: "A", leaving: true },
      { logicalId: "B", leaving: true },
    ];
    const counter = new ProgressCounter(expected);
    const event = {
      eventId: "1",
      logicalId: "A",
      resourceType: "x",
      label: "x",
      status: "DELETE_SKIPPED",
      phase: "kept",
    } as const;
    expect(counter.count(event, false)).toMatchObject({ done: 1, total: 2 });
    expect(counter.remaining).toBe(1);
  });
});
