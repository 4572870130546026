import { describe, expect, it } from "vitest";
import { planMarkdown } from "../../extension/deploy/planMarkdown";
import type { Plan } from "../../extension/deploy/types";

const plan: Plan = {
  stackName: "shop-live",
  stackId: "id",
  changeSetId: "set",
  environment: "live",
  identity: { target: "aws", account: "111122223333", arn: "arn", region: "eu-west-1" },
  kind: "update",
  changes: [
    {
      action: "replace",
      logicalId: "DbInstance",
      resourceType: "AWS::RDS::DBInstance",
      label: "database",
      component: "db",
      data: "deleted",
      properties: [{ path: "Properties.DBName", before: "a`b", after: "two\nlines", recreation: "always" }],
    },
    { action: "add", logicalId: "Q", resourceType: "AWS::SQS::Queue", label: "queue", properties: [] },
  ],
  dataRisks: ["The database DbInstance of db is replaced by a new, empty one."],
  widened: [{ kind: "network", text: "The internet can reach port 22 of web.", logicalId: "W" }],
  findings: [{ severity: "warning", text: "Bucket *files* is [not] empty", logicalId: "Files" }],
  duration: { usual: 480, longest: 1500, because: "database" },
  protected: true,
  createdAt: "2026-11-23T00:00:00Z",
  outputs: [],
};

describe("a plan as a page for a review", () => {
  it("says what is at stake before what changes", () => {
    const page = planMarkdown(plan);
    const places = ["Data is at stake", "Access gets wider", "CloudFormation warns", "### db"].map((text) =>
      page.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("has each change with its values, in backticks that hold", () => {
    const page = planMarkdown(plan);
    expect(page).toContain("- **replace** database `DbInstance`");
    expect(page).toContain("  - `DBName`: `` a`b `` → `two lines` (**forces replacement**)");
    expect(page).toContain("- add queue");
  });

  it("says how long it takes, as an estimate", () => {
    expect(planMarkdown(plan)).toContain("Expected duration: about 8 to 25 minutes, an estimate; longest: database.");
  });

  it("lets no text from elsewhere be markup", () => {
    expect(planMarkdown(plan)).toContain("Bucket \\*files\\* is \\[not\\] empty");
  });
});
