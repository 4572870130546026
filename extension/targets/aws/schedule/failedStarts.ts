import type { Cron } from "../../../manifest/app";
import type { Context } from "../context";
import { attribute, ref } from "../intrinsic";
import { discard } from "../keep";
import { idOf } from "../logicalId";
import { at } from "../place";

/** Two weeks, the longest that SQS keeps a message, in seconds. */
const kept = 14 * 24 * 60 * 60;

/**
 * Where a start ends up that failed after all its retries: what it was, and why. Without it, a job that was never
 * started leaves no trace. @returns the queue's id
 */
export function addFailedStarts({ draft }: Pick<Context, "draft">, cron: Cron): string {
  const place = at(cron.name, "retries");
  const id = draft.add(
    place,
    idOf(cron.name, "FailedStarts"),
    "AWS::SQS::Queue",
    { MessageRetentionPeriod: kept, SqsManagedSseEnabled: true },
    { keep: discard },
  );
  draft.add(place, idOf(cron.name, "FailedStartsPolicy"), "AWS::SQS::QueuePolicy", {
    Queues: [ref(id)],
    PolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: attribute(id, "Arn"),
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    },
  });
  return id;
}
