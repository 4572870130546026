import { describe, expect, it } from "vitest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Accepted } from "../../scripts/conformance/accepted";
import { accepted } from "../../scripts/conformance/acceptedFindings";
import type { Finding } from "../../scripts/conformance/checkers/checker";
import { generalRule } from "../../scripts/conformance/checkers/nag";
import { judge } from "../../scripts/conformance/judge";
import type { Result } from "../../scripts/conformance/run";
import type { Subject } from "../../scripts/conformance/subjects";
import { app, database } from "../aws/fixture";

const entry: Accepted = {
  checker: "Checkov",
  rule: "CKV_1",
  types: ["AWS::RDS::DBInstance"],
  reason: "It costs money.",
};
const finding: Finding = { manifest: "shop", rule: "CKV_1", message: "Something", resource: "DbInstance" };

function subject(rest: Parameters<typeof database>[1] = {}, isProtected = false): Subject {
  const model = app([database("db", rest)], { protected: isProtected });
  const { template, text } = synthesize(model);
  return { name: "shop", app: model, template, text };
}

const result = (findings: readonly Finding[], checker = "Checkov"): Result => ({
  checker,
  templates: 1,
  findings,
  notes: [],
  seconds: 1,
});

describe("a finding", () => {
  it("is covered by an entry of its checker, its rule and its resource's type", () => {
    const { unlisted, stale, all } = judge([result([finding])], [subject()], [entry]);
    expect([unlisted, stale]).toEqual([[], []]);
    expect(all[0]).toMatchObject({ type: "AWS::RDS::DBInstance", accepted: entry });
  });

  it.each([
    ["another checker", { ...entry, checker: "cdk-nag" as const }],
    ["another rule", { ...entry, rule: "CKV_2" }],
    ["another type", { ...entry, types: ["AWS::EC2::VPC"] }],
  ])("is not covered by an entry of %s", (_, other) => {
    expect(judge([result([finding])], [subject()], [other]).unlisted).toHaveLength(1);
  });

  it("is not covered when it is about no resource", () => {
    const { resource: _, ...whole } = finding;
    expect(judge([result([whole])], [subject()], [entry]).unlisted).toHaveLength(1);
  });

  it("is covered only where the manifest says what the entry is for", () => {
    const only = { ...entry, when: { field: "component.highAvailability", is: [false], says: "with one instance" } };
    expect(judge([result([finding])], [subject({ highAvailability: false })], [only]).unlisted).toEqual([]);
    expect(judge([result([finding])], [subject({ highAvailability: true })], [only]).unlisted).toHaveLength(1);
  });

  it("is covered by the whole application's choice as well", () => {
    const only = { ...entry, when: { field: "app.protected", is: [false], says: "where it is not protected" } };
    expect(judge([result([finding])], [subject({}, false)], [only]).unlisted).toEqual([]);
    expect(judge([result([finding])], [subject({}, true)], [only]).unlisted).toHaveLength(1);
  });
});

describe("an entry", () => {
  it("is stale when nothing needs it", () => {
    expect(judge([result([])], [subject()], [entry]).stale).toEqual([entry]);
  });

  it("is left alone when its checker did not run", () => {
    expect(judge([result([], "cfn-lint")], [subject()], [entry]).stale).toEqual([]);
  });
});

describe("the list of what is accepted", () => {
  it("says each thing once", () => {
    const keys = accepted.flatMap(({ checker, rule, types }) => types.map((type) => `${checker} ${rule} ${type}`));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("gives whole sentences as reasons", () => {
    for (const { rule, reason } of accepted) expect(reason, rule).toMatch(/^[A-Z`].{30,}\.$/s);
  });
});

describe("a rule of cdk-nag that names a wildcard", () => {
  it.each([
    ["task-definition/<AWS::StackName>-web:*", "task-definition/<AWS::StackName>-NAME:*"],
    ["task-definition/<AWS::StackName>-db_extensions:*", "task-definition/<AWS::StackName>-NAME:*"],
    ["task/<Cluster>/*", "task/<Cluster>/*"],
  ])("is one rule for all components: %s", (given, general) => {
    expect(generalRule(`AwsSolutions-IAM5[Resource::arn:${given}]`)).toBe(
      `AwsSolutions-IAM5[Resource::arn:${general}]`,
    );
  });
});
