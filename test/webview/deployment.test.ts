import { describe, expect, it } from "vitest";
import type { DeploymentView } from "../../extension/protocol/messages";
import { receiveDeployment } from "../../webview/state/receiveDeployment";
import { initialState } from "../../webview/state/state";
import { whyNotDeploy } from "../../webview/toolbar/whyNotDeploy";
import { picture } from "./pictures";

function view(phase: DeploymentView["phase"], more: Partial<DeploymentView> = {}): DeploymentView {
  return {
    environment: "default",
    target: "sandbox",
    stackName: "app-default",
    phase,
    text: "",
    done: 0,
    total: 0,
    components: {},
    ...more,
  };
}

describe("a deployment that moves on", () => {
  const start = initialState();

  it("brings a plan to the front, since it must be read", () => {
    expect(receiveDeployment(start, view("planned")).rightTab).toBe("deployment");
  });

  it("leaves the properties in front while it works", () => {
    expect(receiveDeployment(start, view("deploying")).rightTab).toBe("properties");
  });

  it("opens a hidden side for what must be read", () => {
    const hidden = { ...start, view: { ...start.view, inspector: false } };
    expect(receiveDeployment(hidden, view("failed")).view.inspector).toBe(true);
  });

  it("is announced once for each phase", () => {
    const first = receiveDeployment(start, view("deploying"));
    const second = receiveDeployment(first, view("deploying", { done: 1, total: 2 }));
    expect(first.announcement?.text).toContain("Deploying");
    expect(second.announcement).toBe(first.announcement);
  });

  it("announces why it failed", () => {
    const failure = { code: "quota-exceeded" as const, message: "The quota is used up.", fix: "Ask for more." };
    expect(receiveDeployment(start, view("failed", { failure })).announcement?.text).toContain("The quota is used up.");
  });

  it("keeps the outputs after it is closed", () => {
    const outputs = [{ key: "Url", label: "Address", value: "http://example.com" }];
    const done = receiveDeployment(start, view("succeeded", { outputs }));
    expect(receiveDeployment(done, null).outputs).toEqual(outputs);
  });

  it("drops the outputs of what was destroyed", () => {
    const outputs = [{ key: "Url", label: "Address", value: "http://example.com" }];
    const done = receiveDeployment(start, view("succeeded", { outputs }));
    expect(receiveDeployment(done, view("destroyed")).outputs).toEqual([]);
  });
});

describe("why Plan & Deploy cannot be pressed", () => {
  const problem = { code: "missing-key", severity: "error", message: "", line: 1, offset: 0 } as const;

  it("is nothing for an application without errors", () => expect(whyNotDeploy(picture("web"), null)).toBeUndefined());
  it("is the host's reason", () => {
    expect(whyNotDeploy(picture("web", { deploy: { possible: false, reason: "Restricted." } }), null)).toBe(
      "Restricted.",
    );
  });
  it("is an error in the text", () =>
    expect(whyNotDeploy(picture("web", { problems: [problem] }), null)).toContain("1 error"));
  it("is not a warning", () => {
    expect(whyNotDeploy(picture("web", { problems: [{ ...problem, severity: "warning" }] }), null)).toBeUndefined();
  });
  it("is an empty application", () => expect(whyNotDeploy(picture(""), null)).toContain("nothing to deploy"));
  it("is a deployment under way", () => expect(whyNotDeploy(picture("web"), view("deploying"))).toContain("under way"));
  it("is a plan that waits", () => expect(whyNotDeploy(picture("web"), view("planned"))).toContain("waiting"));
  it("is nothing after a failure", () => expect(whyNotDeploy(picture("web"), view("failed"))).toBeUndefined());
});
