import { describe, expect, it } from "vitest";
import { estimate, estimateTemplate } from "../../extension/targets/aws/price/estimate";
import { app, worker } from "../aws/fixture";

describe("resources from a file of one's own", () => {
  it("are unknown to whoever has not read the file, and counted", () => {
    const without = estimate(app([worker("jobs")], { region: "us-east-1" }));
    const found = estimate(app([worker("jobs")], { region: "us-east-1", resources: { file: "more.yaml" } }));
    expect(found.items.at(-1)).toMatchObject({ text: "Resources of more.yaml", path: ["aws", "resources"] });
    expect(found.items.at(-1)).not.toHaveProperty("idle");
    expect(found.idle).toEqual({ usd: without.idle.usd, unknown: without.idle.unknown + 1 });
  });
});

describe("a database that keeps its measurements for long", () => {
  const database = (days: number) => ({
    Resources: {
      Db: {
        Type: "AWS::RDS::DBInstance",
        Properties: { EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: days },
      },
    },
  });
  it("pays for it, at a price that is unknown; a week costs nothing", () => {
    const texts = (days: number) => estimateTemplate(database(days), "us-east-1").items.map(({ text }) => text);
    expect(texts(31)).toContain("Performance Insights for 31 days");
    expect(texts(7).filter((text) => text.includes("Insights"))).toEqual([]);
  });
});
