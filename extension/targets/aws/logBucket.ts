import type { App } from "../../manifest/app";
import type { Draft, Options } from "./draft";
import { attribute, ref, sub } from "./intrinsic";
import type { Place } from "./place";
import { allowStatement } from "./roles";
import type { Value } from "./template";

/** Days. As long as a protected environment keeps its other logs. */
const kept = 90;

const id = "LogBucket";
const policy = "LogBucketPolicy";
/** It is there because the environment is protected, so that is the line it leads back to. */
export const protectedPlace: Place = { path: ["protected"] };

/**
 * Also after a first deployment that failed: what a load balancer has written by then would keep the bucket from being
 * deleted, and the stack from being rolled back.
 */
const keep: NonNullable<Options["keep"]> = { onDelete: "Retain", onReplace: "Retain" };

const accessLogPrefix = "access";
const flowLogPrefix = "flow";

/** Who asks for a page, and who speaks to whom, is on record in a protected environment. */
export function hasLogBucket(app: App): boolean {
  return app.protected && (hasBalancer(app) || app.network.vpc === undefined);
}

const hasBalancer = (app: App): boolean => [...app.components.values()].some(({ type }) => type === "load-balancer");

/**
 * The bucket for the logs of load balancers and of the network: private, encrypted, versioned, TLS only, emptied after
 * 90 days. It outlives the stack, since what happened before a deletion is what somebody will look for.
 */
export function addLogBucket(draft: Draft): void {
  const { app } = draft;
  if (!hasLogBucket(app)) return;
  draft.add(
    protectedPlace,
    id,
    "AWS::S3::Bucket",
    {
      // Elastic Load Balancing writes only where the keys are S3's own.
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      VersioningConfiguration: { Status: "Enabled" },
      LifecycleConfiguration: {
        Rules: [
          {
            Id: "expire",
            Status: "Enabled",
            ExpirationInDays: kept,
            NoncurrentVersionExpiration: { NoncurrentDays: 7 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
        ],
      },
    },
    { keep },
  );
  const flow = app.network.vpc === undefined;
  draft.add(
    protectedPlace,
    policy,
    "AWS::S3::BucketPolicy",
    {
      Bucket: ref(id),
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [tlsOnly, ...(hasBalancer(app) ? [accessLogs] : []), ...(flow ? flowLogs : [])],
      },
    },
    { keep },
  );
  if (flow) addFlowLog(draft);
}

/** What makes a load balancer write its access logs; empty where nobody asked for protection. */
export function accessLogAttributes(app: App, balancer: string): Readonly<Record<string, Value>> {
  if (!hasLogBucket(app)) return {};
  return {
    "access_logs.s3.enabled": "true",
    "access_logs.s3.bucket": ref(id),
    "access_logs.s3.prefix": `${accessLogPrefix}/${balancer}`,
  };
}

/** What must stand before a load balancer can write: AWS tries it when the attribute is set. */
export const accessLogsReady = (app: App): readonly string[] => (hasLogBucket(app) ? [policy] : []);

const bucketArn = (path: string): Value => (path === "" ? attribute(id, "Arn") : sub(`\${${id}.Arn}${path}`));

const tlsOnly: Value = {
  Sid: "TlsOnly",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn(""), bucketArn("/*")],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

const principal = (statement: Value, service: string): Value => ({
  ...(statement as { readonly [key: string]: Value }),
  Principal: { Service: service },
});

/** The account in the path is the load balancer's own, so nobody else's can write here. */
const accessLogs = principal(
  allowStatement(["s3:PutObject"], [bucketArn(`/${accessLogPrefix}/*/AWSLogs/\${AWS::AccountId}/*`)]),
  "logdelivery.elasticloadbalancing.amazonaws.com",
);

const fromThisAccount = {
  StringEquals: { "aws:SourceAccount": ref("AWS::AccountId") },
  ArnLike: { "aws:SourceArn": sub(`arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:*`) },
};

const flowLogs: readonly Value[] = [
  allowStatement(["s3:PutObject"], [bucketArn(`/${flowLogPrefix}/AWSLogs/\${AWS::AccountId}/*`)], {
    ...fromThisAccount,
    StringEquals: { ...fromThisAccount.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" },
  }),
  allowStatement(["s3:GetBucketAcl"], [bucketArn("")], fromThisAccount),
].map((statement) => principal(statement, "delivery.logs.amazonaws.com"));

/** To S3, where a gigabyte costs half of what it does in CloudWatch. */
function addFlowLog(draft: Draft): void {
  draft.add(
    protectedPlace,
    "FlowLog",
    "AWS::EC2::FlowLog",
    {
      ResourceType: "VPC",
      ResourceId: ref("Vpc"),
      TrafficType: "ALL",
      LogDestinationType: "s3",
      LogDestination: bucketArn(`/${flowLogPrefix}/`),
      MaxAggregationInterval: 600,
    },
    { dependsOn: [policy], name: `${draft.app.name}-${draft.app.environment}` },
  );
}
