import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { describe, expect, it } from "vitest";
import { type OriginOf, rootCause } from "../../extension/deploy/rootCause";

const stackId = "arn:aws:cloudformation:us-east-1:111122223333:stack/shop-default/1";

/** `Db AWS::RDS::DBInstance CREATE_FAILED why it failed`; `stack ...` is the stack itself. Oldest first. */
function events(story: string): StackEvent[] {
  return story
    .trim()
    .split("\n")
    .map((line, index) => {
      const [name = "", type = "", status = "", ...reason] = line.trim().split(" ");
      return {
        EventId: String(index),
        StackId: stackId,
        StackName: "shop-default",
        Timestamp: new Date(index),
        LogicalResourceId: name,
        PhysicalResourceId: name === "stack" ? stackId : `${name}-1`,
        ResourceType: type,
        ResourceStatus: status as NonNullable<StackEvent["ResourceStatus"]>,
        ResourceStatusReason: reason.join(" "),
      };
    });
}

const origins: OriginOf = (id) => (id === "Db" ? { component: "db", path: ["components", "db"] } : {});

describe("the root cause", () => {
  it("is the oldest failure, not what was cancelled because of it", () => {
    const failure = rootCause(
      events(`
        stack AWS::CloudFormation::Stack CREATE_IN_PROGRESS User Initiated
        Cache AWS::ElastiCache::ReplicationGroup CREATE_FAILED Resource creation cancelled
        Db AWS::RDS::DBInstance CREATE_FAILED Cannot find version 99 for postgres (Service: Rds, Status Code: 400)
        Web AWS::ECS::Service CREATE_FAILED Resource creation cancelled
        stack AWS::CloudFormation::Stack ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Db].
      `),
      origins,
    );
    expect(failure).toEqual({
      code: "version-unavailable",
      message: "The database Db of db could not be created because this version is not offered.",
      fix: "Set `version` to one that the region offers.",
      raw: "Cannot find version 99 for postgres (Service: Rds, Status Code: 400)",
      logicalId: "Db",
      component: "db",
      path: ["components", "db", "version"],
    });
  });

  it("is not a later failure of the way back", () => {
    const failure = rootCause(
      events(`
        Bucket AWS::S3::Bucket CREATE_FAILED shop-files already exists
        stack AWS::CloudFormation::Stack ROLLBACK_IN_PROGRESS failed
        Db AWS::RDS::DBInstance DELETE_FAILED Cannot delete protected DB Instance
      `),
      origins,
    );
    expect(failure).toMatchObject({ code: "already-exists", logicalId: "Bucket" });
  });

  it("quotes the first sentence of what is not known, without the handler's noise", () => {
    const failure = rootCause(
      events(
        `Q AWS::SQS::Queue CREATE_FAILED Resource handler returned message: "The moon is full. Wait. (Service: Sqs, Status Code: 400)" (RequestToken: 1, HandlerErrorCode: Odd)`,
      ),
      origins,
    );
    expect(failure.code).toBe("deployment-failed");
    expect(failure.message).toBe("The queue Q could not be created because AWS says: The moon is full.");
  });

  it("names the permission that was missing", () => {
    const failure = rootCause(
      events("Db AWS::RDS::DBInstance UPDATE_FAILED User: ann is not authorized to perform: rds:ModifyDBInstance on x"),
      origins,
    );
    expect(failure.message).toContain(
      "could not be updated because whoever deploys is not allowed rds:ModifyDBInstance",
    );
    expect(failure.fix).toContain("rds:ModifyDBInstance");
  });

  it("is somebody's cancelling when nothing failed by itself", () => {
    const failure = rootCause(
      events(`
        Db AWS::RDS::DBInstance UPDATE_FAILED Resource update cancelled
        stack AWS::CloudFormation::Stack UPDATE_ROLLBACK_IN_PROGRESS User Initiated
      `),
      origins,
    );
    expect(failure.code).toBe("deployment-cancelled");
  });

  it("is admitted to be unknown when nothing tells", () => {
    expect(rootCause([], origins)).toMatchObject({ code: "deployment-failed" });
  });
});
