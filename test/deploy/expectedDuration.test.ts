import { describe, expect, it } from "vitest";
import { expectedDuration } from "../../extension/deploy/expectedDuration";
import type { StackTemplate } from "../../extension/deploy/template";
import type { ChangeAction, PlannedChange } from "../../extension/deploy/types";
import { durationWords } from "../../extension/deploy/words";

function change(logicalId: string, resourceType: string, action: ChangeAction = "add"): PlannedChange {
  return { action, logicalId, resourceType, label: "", properties: [] };
}

const template: StackTemplate = {
  Resources: {
    Db: { Type: "AWS::RDS::DBInstance" },
    Cache: { Type: "AWS::ElastiCache::ReplicationGroup" },
    Web: { Type: "AWS::ECS::Service", Properties: { Url: { "Fn::GetAtt": ["Db", "Endpoint.Address"] } } },
  },
};
const db = change("Db", "AWS::RDS::DBInstance");
const cache = change("Cache", "AWS::ElastiCache::ReplicationGroup");
const web = change("Web", "AWS::ECS::Service");

describe("how long a deployment is expected to take", () => {
  it("is unknown when nothing changes", () => expect(expectedDuration([], template)).toBeUndefined());

  it("adds up what waits for each other", () => {
    const alone = expectedDuration([db], template)?.usual ?? 0;
    expect(expectedDuration([db, web], template)?.usual).toBeGreaterThan(alone);
  });

  it("does not add up what is made side by side", () => {
    expect(expectedDuration([db, cache], template)?.usual).toBe(expectedDuration([cache], template)?.usual);
  });

  it("says what takes longest, also when something shorter waits for it", () => {
    expect(expectedDuration([db, web], template)?.because).toBe("database");
  });

  it("counts what is removed after what is made", () => {
    const removal = change("Old", "AWS::RDS::DBInstance", "remove");
    const both = expectedDuration([web, removal], template)?.usual ?? 0;
    const parts = [[web], [removal]].map((changes) => expectedDuration(changes, template)?.usual ?? 0);
    expect(both).toBe(parts.reduce((a, b) => a + b));
  });

  it("ends for a template that goes in circles", () => {
    const circle: StackTemplate = {
      Resources: {
        A: { Type: "AWS::SQS::Queue", Properties: { Name: { Ref: "B" } } },
        B: { Type: "AWS::SQS::Queue", Properties: { Name: { Ref: "A" } } },
      },
    };
    expect(expectedDuration([change("A", "AWS::SQS::Queue"), change("B", "AWS::SQS::Queue")], circle)).toBeDefined();
  });

  it.each([
    [{ usual: 5, longest: 20 }, "about 20 seconds"],
    [{ usual: 480, longest: 1500 }, "about 8 to 25 minutes"],
    [{ usual: 170, longest: 175 }, "about 3 minutes"],
  ])("is said in words: %j", (duration, words) => expect(durationWords(duration)).toBe(words));
});
