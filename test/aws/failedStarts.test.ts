import { describe, expect, it } from "vitest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { app, cron } from "./fixture";

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly { Action: readonly string[]; Resource: unknown }[] };
}

describe("a job that could not be started", () => {
  const { Resources } = synthesize(app([cron("nightly", { retries: 3, schedule: "0 0 13 * 5" })])).template;

  it.each(["NightlySchedule", "NightlyScheduleByWeekday"])("is written to a queue by %s, after its retries", (id) => {
    expect(Resources[id]?.Properties?.["Target"]).toMatchObject({
      RetryPolicy: { MaximumRetryAttempts: 3 },
      DeadLetterConfig: { Arn: { "Fn::GetAtt": ["NightlyFailedStarts", "Arn"] } },
    });
  });

  it("can be read for two weeks, encrypted, and over TLS only", () => {
    expect(Resources["NightlyFailedStarts"]).toMatchObject({
      DeletionPolicy: "Delete",
      UpdateReplacePolicy: "Delete",
      Properties: { MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true },
    });
    expect(JSON.stringify(Resources["NightlyFailedStartsPolicy"])).toContain('"aws:SecureTransport":"false"');
  });

  it("may be written by its schedule's role, and to no other queue", () => {
    const policies = (Resources["NightlyScheduleRole"]?.Properties?.["Policies"] ?? []) as unknown as Policy[];
    const sends = policies[0]?.PolicyDocument.Statement.filter(({ Action }) => Action.includes("sqs:SendMessage"));
    expect(sends?.map(({ Resource }) => Resource)).toEqual([[{ "Fn::GetAtt": ["NightlyFailedStarts", "Arn"] }]]);
  });
});
