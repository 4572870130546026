import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { anyApp } from "./arbitrary";
import { findLinter, lint } from "./lint";
import { sampleApps } from "./samples";

const linter = findLinter();
// Where it must be there, its absence is a failure, and everything else is not even tried.
const required = process.env["CI"] !== undefined && process.env["CI"] !== "";
const minutes = 60_000;

/**
 * A text of the manifest with `${` in it is written in two halves, so that nothing takes it for a reference. The
 * linter would like `Fn::Sub` better, and complains about that as well when nothing in it is substituted.
 */
const accepted = /: I1022 /;

describe.skipIf(linter === undefined && !required)(
  `cfn-lint${linter ? "" : " (not installed: run npm test once, or pip install cfn-lint)"}`,
  () => {
    it("finds nothing in any sample, in any environment", { timeout: 3 * minutes }, () => {
      const samples = sampleApps().map(({ name, app }): [string, string] => [name, synthesize(app).text]);
      expect(lint(installed(), new Map(samples))).toEqual([]);
    });

    it("finds nothing in applications of all kinds", { timeout: 5 * minutes }, () => {
      const apps = fc.sample(anyApp(), { numRuns: 14, seed: 7 });
      const templates = apps.map((app, index): [string, string] => [`application-${index}`, synthesize(app).text]);
      expect(lint(installed(), new Map(templates)).filter((finding) => !accepted.test(finding))).toEqual([]);
    });

    it("would find a mistake", { timeout: minutes }, () => {
      const wrong = { Resources: { Vpc: { Type: "AWS::EC2::VPC", Properties: { Cidr: "10.0.0.0/16" } } } };
      expect(lint(installed(), new Map([["wrong", JSON.stringify(wrong)]])).join("\n")).toContain("E3002");
    });
  },
);

function installed(): string {
  if (linter === undefined) throw new Error("cfn-lint is not installed; the test environment must have it.");
  return linter;
}
