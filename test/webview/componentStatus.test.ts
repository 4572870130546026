import { describe, expect, it } from "vitest";
import type { ChangeAction, ComponentProgress, PlannedChange } from "../../extension/deploy/types";
import type { DeploymentView } from "../../extension/protocol/messages";
import { componentStatus } from "../../webview/deployment/componentStatus";
import { deploying, plan } from "./deployments";

function change(component: string, action: ChangeAction): PlannedChange {
  return { action, component, logicalId: action, resourceType: "AWS::Any::Thing", label: "thing", properties: [] };
}

function view(
  phase: DeploymentView["phase"],
  changes: readonly PlannedChange[] = [],
  web?: Partial<ComponentProgress>,
): DeploymentView {
  const progress = { phase: "waiting", done: 0, total: 2, text: "", ...web } as const;
  return { ...deploying, phase, plan: { ...plan, changes }, components: web === undefined ? {} : { web: progress } };
}

const textOf = (deployment: DeploymentView | null, name = "web") => componentStatus(deployment, name)?.text;

describe("while a plan waits, a card says", () => {
  it("how many things are added", () => {
    expect(textOf(view("planned", [change("web", "add"), change("web", "add"), change("db", "add")]))).toBe("2 to add");
  });
  it("the worst first, with its icon", () => {
    const status = componentStatus(view("planned", [change("web", "modify"), change("web", "replace")]), "web");
    expect(status).toMatchObject({ icon: "arrow-swap", text: "1 to replace · 1 to change" });
  });
  it("that nothing changes", () => expect(textOf(view("planned", [change("db", "add")]))).toBe("No change"));
});

describe("on the way, a card says", () => {
  it("what is being made and how far it is", () => {
    const web = { phase: "working", done: 8, total: 12, text: "Creating database" } as const;
    expect(componentStatus(view("deploying", [], web), "web")).toMatchObject({
      text: "Creating database",
      count: "8 of 12",
    });
  });
  it("that it is done", () => expect(textOf(view("deploying", [], { phase: "done" }))).toBe("Done"));
  it("that the deployment does not touch it", () => expect(textOf(view("deploying"))).toBe("Unchanged"));
  it("nothing before there is a plan", () => expect(textOf(view("planning"))).toBeUndefined());
  it("nothing without a deployment", () => expect(textOf(null)).toBeUndefined());
});

describe("at the end, a card says", () => {
  const web = (phase: ComponentProgress["phase"]) => ({ phase, done: 2, text: "Service created" });
  it("created, when all of it is new", () => {
    expect(textOf(view("succeeded", [change("web", "add")], web("done")))).toBe("Created");
  });
  it("updated, when something of it was there", () => {
    const changes = [change("web", "add"), change("web", "modify")];
    expect(textOf(view("succeeded", changes, web("done")))).toBe("Updated");
  });
  it("unchanged, when the plan does not name it", () => expect(textOf(view("succeeded"))).toBe("Unchanged"));
  it("unchanged, when there was nothing to deploy", () => expect(textOf(view("unchanged"))).toBe("Unchanged"));
  it("removed, when all is destroyed", () => expect(textOf(view("destroyed", [], web("done")))).toBe("Removed"));
  it("why it failed", () => {
    const failed = { phase: "failed", text: "The quota is used up." } as const;
    expect(textOf(view("failed", [], failed))).toBe("Failed: The quota is used up.");
  });
  it("that it was rolled back because of another one", () => {
    expect(textOf(view("failed", [change("web", "add")], { phase: "waiting", text: "Service rolled back" }))).toBe(
      "Rolled back",
    );
  });
  it("unchanged, when nothing was heard of it before the way to the cloud was lost", () => {
    expect(textOf(view("failed", [change("web", "add")], { phase: "waiting", text: "" }))).toBe("Unchanged");
  });
  it("is not confused by a component called like a part of every object", () => {
    expect(textOf(view("succeeded"), "constructor")).toBe("Unchanged");
  });
});
