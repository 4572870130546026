import { describe, expect, it } from "vitest";
import { catalogue, lookUp } from "../../extension/deploy/catalogue";

/** The cloud's words as they are met in the field, and what they mean. */
const met: readonly (readonly [reason: string, code: string, resourceType?: string])[] = [
  ["CannotPullContainerError: pull image manifest has been retried 7 time(s)", "image-not-pulled", "AWS::ECS::Service"],
  ["exec /bin/sh: exec format error", "image-not-pulled", "AWS::ECS::Service"],
  ["OutOfMemoryError: Container killed due to memory usage, exit code: 137", "out-of-memory", "AWS::ECS::Service"],
  ["ResourceInitializationError: unable to pull secrets or registry auth", "secret-missing", "AWS::ECS::Service"],
  [
    "You can't create this secret because a secret with this name is already scheduled for deletion.",
    "secret-being-deleted",
  ],
  ["(service web) failed ELB health checks in target-group", "health-check-failed", "AWS::ECS::Service"],
  [
    "Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.",
    "container-exited",
    "AWS::ECS::Service",
  ],
  ["Resource of type 'AWS::ECS::Service' did not stabilize.", "not-stabilized", "AWS::ECS::Service"],
  ["Exceeded attempts to wait", "not-stabilized", "AWS::RDS::DBInstance"],
  ["Certificate arn:aws:acm:x must be in ISSUED state: PENDING_VALIDATION", "certificate-pending"],
  [
    "The maximum number of addresses has been reached. (Service: Ec2, AddressLimitExceeded)",
    "quota-exceeded",
    "AWS::EC2::EIP",
  ],
  ["The maximum number of VPCs has been reached.", "quota-exceeded", "AWS::EC2::VPC"],
  ["Cannot delete protected DB Instance, please disable deletion protection", "deletion-protected"],
  ["CloudFormation cannot update a stack when a custom-named resource requires replacing.", "replacement-name-taken"],
  ["shop-db already exists in stack arn:aws:cloudformation:x", "already-exists"],
  ["Cannot find version 99.1 for postgres", "version-unavailable", "AWS::RDS::DBInstance"],
  ["The requested DB Instance Class db.x2 is not supported in Availability Zone us-east-1e", "capacity-unavailable"],
  ["The CIDR '10.0.0.0/24' conflicts with another subnet", "address-conflict", "AWS::EC2::Subnet"],
  ["The bucket you tried to delete is not empty", "not-empty", "AWS::S3::Bucket"],
  ["resource sg-1 has a dependent object (Service: Ec2, DependencyViolation)", "in-use", "AWS::EC2::SecurityGroup"],
  ["ECS was unable to assume the role 'arn:aws:iam::1:role/x'", "role-not-usable", "AWS::ECS::Service"],
  ["The ciphertext refers to a KMS key that is pending deletion: KMSInvalidStateException", "key-disabled"],
  ["User: x is not authorized to perform: ec2:CreateVpc", "access-denied"],
  ["The security token included in the request is expired (ExpiredToken)", "credentials-expired"],
  ["Rate exceeded (Service: Ecs, Status Code: 400)", "throttled"],
  ["Requires capabilities : [CAPABILITY_NAMED_IAM]", "capabilities-missing"],
  ["Properties validation failed for resource Db with message: extraneous key [Foo]", "invalid-property"],
  ["No hosted zone found: ZoneNotFound", "not-found"],
  ["Internal Failure (Service: Rds, InternalFailure)", "service-unavailable"],
];

describe("the catalogue of known failures", () => {
  for (const [reason, code, resourceType] of met) {
    it(`${code}: ${reason}`, () => expect(lookUp(reason, resourceType)?.code).toBe(code));
  }

  it("knows no failure in words that say nothing", () => {
    expect(lookUp("The moon is full")).toBeUndefined();
  });

  it("ends each fix as a sentence and begins each cause as a clause", () => {
    for (const { because, fix } of catalogue) {
      expect(fix).toMatch(/^[A-Z].*\.$/s);
      expect(because).toMatch(/^(?![A-Z][a-z])/);
      expect(because).not.toMatch(/\.$/);
    }
  });
});
