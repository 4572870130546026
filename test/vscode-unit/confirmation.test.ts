import { describe, expect, test } from "vitest";
import type { DestroyPlan, DoomedResource } from "../../extension/deploy/types";
import { confirmationFor, describeDestruction, isConfirmed } from "../../extension/vscode/deploy/confirmation";

describe("how a plan is confirmed", () => {
  test("a button is enough where nothing is at stake", () => {
    expect(confirmationFor({ protected: false, dataRisks: [] })).toBe("button");
  });

  test("the name is typed for a protected environment", () => {
    expect(confirmationFor({ protected: true, dataRisks: [] })).toBe("name");
  });

  test("the name is typed where data is at stake", () => {
    expect(confirmationFor({ protected: false, dataRisks: ["The database db is replaced."] })).toBe("name");
  });

  test.each(["", "Production", "production ", "prod", undefined])("%j does not confirm production", (typed) => {
    expect(isConfirmed(typed, "production")).toBe(false);
  });

  test("the name itself does", () => {
    expect(isConfirmed("production", "production")).toBe(true);
  });
});

describe("what destroying does, in words", () => {
  const resource = (component: string, stateful: boolean): DoomedResource => ({
    logicalId: `${component}Resource`,
    resourceType: stateful ? "AWS::RDS::DBInstance" : "AWS::ECS::Service",
    label: stateful ? "database" : "service",
    component,
    stateful,
  });
  const plan = (fates: Partial<DestroyPlan>): DestroyPlan => ({
    stackName: "shop-staging",
    stackId: "arn:stack",
    identity: { target: "sandbox", account: "000000000000", arn: "arn", region: "us-east-1" },
    protected: false,
    deleted: [],
    snapshotted: [],
    retained: [],
    dataRisks: [],
    ...fates,
  });

  test("counts what is deleted", () => {
    const text = describeDestruction(plan({ deleted: [resource("web", false), resource("api", false)] }));
    expect(text).toBe("2 resources are deleted.");
  });

  test("one is one", () => {
    expect(describeDestruction(plan({ deleted: [resource("web", false)] }))).toBe("1 resource is deleted.");
  });

  test("tells apart what is deleted, what is left as a snapshot and what stays", () => {
    const deleted = [resource("web", false), resource("api", false)];
    const fates = { deleted, snapshotted: [resource("db", true)], retained: [resource("files", true)] };
    expect(describeDestruction(plan(fates))).toBe("2 resources are deleted, 1 after a last snapshot and 1 kept.");
  });

  test("each risk stands word for word on a line of its own", () => {
    const risk = "The database db is deleted, and all its data with it.";
    const text = describeDestruction(plan({ deleted: [resource("db", true)], dataRisks: [risk, risk] }));
    expect(text.split("\n")).toEqual(["1 resource is deleted.", `• ${risk}`, `• ${risk}`]);
  });
});
