/** The stack that holds the bucket, one for each account and region. */
export const bucketStack = "stackwright-templates";

/** Its name is known beforehand, and says whose it is: names of buckets are shared by all of AWS. */
export function bucketName(account: string, region: string): string {
  return `${bucketStack}-${account}-${region}`;
}

/** A bucket for templates: private, encrypted, TLS only, and emptied after a week, since a template is read once. */
export function bucketTemplate(name: string): string {
  const arn = { "Fn::GetAtt": ["Bucket", "Arn"] };
  return JSON.stringify({
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "Templates that Stackwright uploads, when they are too large to be sent with a call.",
    Resources: {
      Bucket: {
        Type: "AWS::S3::Bucket",
        DeletionPolicy: "Delete",
        UpdateReplacePolicy: "Delete",
        Properties: {
          BucketName: name,
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
                ExpirationInDays: 7,
                NoncurrentVersionExpiration: { NoncurrentDays: 1 },
                AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
              },
            ],
          },
        },
      },
      BucketPolicy: {
        Type: "AWS::S3::BucketPolicy",
        Properties: {
          Bucket: { Ref: "Bucket" },
          PolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Sid: "TlsOnly",
                Effect: "Deny",
                Principal: "*",
                Action: "s3:*",
                Resource: [arn, { "Fn::Sub": "${Bucket.Arn}/*" }],
                Condition: { Bool: { "aws:SecureTransport": "false" } },
              },
            ],
          },
        },
      },
    },
  });
}
