import type { Value } from "../../../aws/template";
import { type Block, type Body, block, resource } from "../../hcl";
import { bodyOf } from "../bodyOf";
import { elsewhere, type Fields, isObject, type Kinds, type Source } from "../source";
import { tags } from "../tags";
import { policyAs } from "./access";

const topic = "logs.tf";

/** What CloudFormation says inside of a bucket is a resource of its own each in Terraform. */
const parts: Readonly<Record<string, { readonly type: string; readonly fields: Fields }>> = {
  BucketEncryption: {
    type: "aws_s3_bucket_server_side_encryption_configuration",
    fields: {
      ServerSideEncryptionConfiguration: {
        block: "rule",
        fields: {
          ServerSideEncryptionByDefault: {
            block: "apply_server_side_encryption_by_default",
            fields: { SSEAlgorithm: "sse_algorithm" },
          },
        },
      },
    },
  },
  LifecycleConfiguration: {
    type: "aws_s3_bucket_lifecycle_configuration",
    fields: {
      Rules: {
        block: "rule",
        fields: {
          AbortIncompleteMultipartUpload: {
            block: "abort_incomplete_multipart_upload",
            fields: { DaysAfterInitiation: "days_after_initiation" },
          },
          ExpirationInDays: (value, source): Body => ({
            expiration: block({ days: source.read(value) }),
            filter: block({}),
          }),
          Id: "id",
          NoncurrentVersionExpiration: {
            block: "noncurrent_version_expiration",
            fields: { NoncurrentDays: "noncurrent_days" },
          },
          Status: "status",
        },
      },
    },
  },
  OwnershipControls: {
    type: "aws_s3_bucket_ownership_controls",
    fields: { Rules: { block: "rule", fields: { ObjectOwnership: "object_ownership" } } },
  },
  PublicAccessBlockConfiguration: {
    type: "aws_s3_bucket_public_access_block",
    fields: {
      BlockPublicAcls: "block_public_acls",
      BlockPublicPolicy: "block_public_policy",
      IgnorePublicAcls: "ignore_public_acls",
      RestrictPublicBuckets: "restrict_public_buckets",
    },
  },
  VersioningConfiguration: {
    type: "aws_s3_bucket_versioning",
    fields: {
      Status: (value: Value, source: Source): Body => ({
        versioning_configuration: block({ status: source.read(value) }),
      }),
    },
  },
};

/** The bucket for logs. */
export const bucketKinds: Kinds = {
  "AWS::S3::Bucket": {
    topic,
    type: "aws_s3_bucket",
    ref: "id",
    attributes: { Arn: "arn" },
    fields: { ...Object.fromEntries(Object.keys(parts).map((name) => [name, elsewhere])), Tags: tags },
    also: (source) => ({
      bucket_prefix: `${source.named(36)}-`,
      lifecycle: source.kept ? block({ prevent_destroy: true }) : undefined,
    }),
    beside: (source) =>
      Object.entries(parts).flatMap(([name, { type, fields }]): readonly Block[] => {
        const value = source.properties[name];
        if (value === undefined || !isObject(value)) return [];
        const bucket = source.own("aws_s3_bucket", "id");
        return [resource(type, source.name, { bucket, ...bodyOf(fields, value, source, `${name}.`) })];
      }),
  },
  "AWS::S3::BucketPolicy": {
    topic,
    type: "aws_s3_bucket_policy",
    fields: { Bucket: "bucket", PolicyDocument: policyAs("policy") },
  },
};
