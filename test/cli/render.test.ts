import { describe, expect, it } from "vitest";
import { renderPlan } from "../../extension/cli/render/plan";
import { positionAt } from "../../extension/cli/render/position";
import { renderProblem } from "../../extension/cli/render/problem";
import { clean, painter, shorten, wrap } from "../../extension/cli/style";
import type { Plan, PlannedChange } from "../../extension/deploy/types";
import type { Problem } from "../../extension/manifest/problem";

const plain = painter(false);

describe("a place in a text", () => {
  it.each([
    ["a\nbc", 3, 2, 2, "bc"],
    ["a\r\nbc\r\nd", 4, 2, 2, "bc"],
    ["a\rbc", 2, 2, 1, "bc"],
    ["", 0, 1, 1, ""],
    ["ab", 2, 1, 3, "ab"],
  ])("%j at %i", (text, offset, line, column, lineText) => {
    expect(positionAt(text, offset)).toEqual({ line, column, text: lineText });
  });
});

describe("a problem", () => {
  const problem = (start: number, end: number): Problem => ({
    code: "unknown-key",
    severity: "error",
    message: "There is no key `imag`.",
    range: { start, end },
  });

  it("has its place, its code and a caret under what is meant", () => {
    const text = "web:\n  imag: x\n";
    expect(renderProblem("app.yaml", text, problem(7, 11), plain)).toBe(
      "app.yaml:2:3 error unknown-key There is no key `imag`.\n  2 |   imag: x\n    |   ^^^^\n",
    );
  });

  it("shows the part of a long line that matters", () => {
    const text = `k: ${"x".repeat(200)} here ${"y".repeat(200)}`;
    const shown = renderProblem("app.yaml", text, problem(204, 208), plain).split("\n");
    expect(shown[1]?.length).toBeLessThan(120);
    const caret = shown[2]?.indexOf("^") ?? -1;
    expect(shown[1]?.slice(caret, caret + 4)).toBe("here");
  });

  it("is a line alone where there is nothing to point at", () => {
    expect(renderProblem("app.yaml", "", problem(0, 0), plain).split("\n")).toHaveLength(2);
  });

  it("lets nothing through that a terminal would act on", () => {
    expect(renderProblem("app.yaml", "a: \u001b[31mred\n", problem(0, 1), plain)).not.toContain("\u001b");
  });
});

describe("a plan", () => {
  const change = (
    action: PlannedChange["action"],
    logicalId: string,
    rest: Partial<PlannedChange> = {},
  ): PlannedChange => ({
    action,
    logicalId,
    resourceType: "AWS::RDS::DBInstance",
    label: "database",
    properties: [],
    ...rest,
  });

  const plan: Plan = {
    stackName: "shop-live",
    stackId: "arn:stack",
    changeSetId: "arn:set",
    environment: "live",
    identity: {
      target: "aws",
      account: "111122223333",
      arn: "arn:aws:iam::111122223333:user/ann",
      region: "eu-west-1",
      profile: "work",
    },
    kind: "update",
    changes: [
      change("replace", "DbInstance", {
        component: "db",
        data: "snapshot",
        properties: [{ path: "Properties.DBName", before: "shop", after: "store", recreation: "always" }],
      }),
      change("modify", "WebService", {
        component: "web",
        label: "service",
        properties: [{ path: "Properties.DesiredCount", before: "2", after: "3", recreation: "never" }],
      }),
      change("add", "RuleA", { component: "web", label: "firewall rule" }),
      change("add", "RuleB", { component: "web", label: "firewall rule" }),
      change("add", "Vpc", { label: "network" }),
    ],
    dataRisks: ["The database DbInstance of db is replaced by a new, empty one."],
    protected: true,
    protection: true,
    createdAt: new Date(0).toISOString(),
    outputs: [],
  };

  it("is grouped by component, worst first, in words and symbols", () => {
    expect(renderPlan(plan, plain, 100)).toBe(`Update shop-live on AWS account 111122223333 in eu-west-1, profile work
as arn:aws:iam::111122223333:user/ann

db
  -/+ replace     database DbInstance
        DBName: shop → store  (forces replacement)

web
  ~   change      service WebService
        DesiredCount: 2 → 3
  +   add         2 firewall rules

shared by all components
  +   add         network

Termination protection is switched on.

! The database DbInstance of db is replaced by a new, empty one.

shop-live: 1 to replace, 1 to change, 3 to add.
`);
  });

  it("says the same without colour as with it", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken out.
    const coloured = renderPlan(plan, painter(true), 100).replace(/\u001b\[\d+m/g, "");
    expect(coloured).toBe(renderPlan(plan, plain, 100));
  });
});

describe("text on a screen", () => {
  it("is cut with an ellipsis, on one line", () => {
    expect(shorten("one\ntwo three", 8)).toBe("one two…");
    expect(clean("a\u0007\u001bb")).toBe("a  b");
  });

  it("goes on under itself", () => {
    expect(wrap("+ ", "alpha beta gamma delta epsilon zeta eta", 2, 32)).toEqual([
      "+ alpha beta gamma delta epsilon",
      "  zeta eta",
    ]);
  });
});
