import type { FailureCode } from "./failureCodes";

/** A failure that is known: how the cloud words it, what it means, what to do. */
export interface KnownFailure {
  readonly code: FailureCode;
  readonly matches: RegExp;
  /** Only for these types of resource, where the same words mean something else elsewhere. */
  readonly of?: RegExp;
  /** A clause that follows "because": "its image could not be pulled". */
  readonly because: string;
  readonly fix: string;
}

const ecs = /^AWS::ECS::/;

/** In order: the first that matches tells. What is specific stands before what is general. */
export const catalogue: readonly KnownFailure[] = [
  {
    code: "image-not-pulled",
    matches:
      /CannotPullContainer|CannotPullImage|pull image manifest|manifest (unknown|for .* not found)|repository .* not found|pull access denied/i,
    because: "its image could not be pulled",
    fix: "Check the image's name and tag, that the registry lets this account pull it, and that the network has a way out to it.",
  },
  {
    code: "image-not-pulled",
    matches: /exec format error/i,
    because: "its image was built for another kind of processor",
    fix: "Build the image for linux/amd64.",
  },
  {
    code: "out-of-memory",
    matches: /OutOfMemory|exit code:? 137|OOM/,
    because: "it used more memory than it was given",
    fix: "Raise `memory` of the component.",
  },
  {
    code: "secret-missing",
    matches:
      /ResourceInitializationError.*(secret|ssm)|unable to pull secrets|Secrets Manager can't find|ResourceNotFoundException.*secret/i,
    because: "a secret that it reads does not exist or cannot be read",
    fix: "Check the names under `secrets`, and that each exists in this account and region.",
  },
  {
    code: "secret-being-deleted",
    matches: /scheduled for deletion/i,
    because: "a secret of the same name was deleted and still waits for its final deletion",
    fix: "Restore it, or delete it at once: aws secretsmanager delete-secret --force-delete-without-recovery.",
  },
  {
    code: "health-check-failed",
    matches: /health ?check|unhealthy|Target\.(FailedHealthChecks|Timeout|ResponseCodeMismatch)/i,
    because: "it did not pass its health check",
    fix: "Check `healthCheck.path` and `port`, give a slow start a longer `healthCheck.gracePeriod`, and read the component's log.",
  },
  {
    code: "container-exited",
    matches: /Essential container|exit(ed with)? code:? [1-9]|circuit breaker|tasks? failed to start/i,
    because: "its containers kept stopping after they had started",
    fix: "Read the component's log; a missing variable, a failing migration or a wrong command are the usual reasons.",
  },
  {
    code: "not-stabilized",
    matches: /did not stabilize|not stabilized|NotStabilized|Exceeded attempts to wait/i,
    of: ecs,
    because: "it did not come to run steadily in time",
    fix: "Read the component's log, and check `port`, `healthCheck` and `memory`.",
  },
  {
    code: "certificate-pending",
    matches: /certificate.*(pending|validat|issue|UnsupportedCertificate|not found)|PENDING_VALIDATION/i,
    because: "its certificate is not issued yet",
    fix: "Check that `hostedZone` is the public zone of the domain, and that the domain's name servers are that zone's.",
  },
  {
    code: "quota-exceeded",
    matches:
      /LimitExceeded|QuotaExceeded|limit has been reached|maximum number of|quota|TooMany(?!Requests)|\bVcpuLimit|AddressLimitExceeded/i,
    because: "a quota of the account is used up",
    fix: "Delete what is no longer needed, or ask for more under Service Quotas in the AWS console, then deploy again.",
  },
  {
    code: "deletion-protected",
    matches: /Cannot delete protected|DeletionProtection|deletion protection/i,
    because: "it is protected against deletion",
    fix: "Set `deletionProtection: false` for it and deploy, then do this again.",
  },
  {
    code: "replacement-name-taken",
    matches: /cannot update a stack when a custom-named resource requires replac/i,
    because: "it would have to be made anew under a name that it still has itself",
    fix: "Give it another name, or take the name away, in `aws.overrides`.",
  },
  {
    code: "already-exists",
    matches:
      /already exists|AlreadyExists|EntityAlreadyExists|BucketAlreadyOwnedByYou|is already (in use|taken)|ResourceExistsException/i,
    because: "something with its name already exists in this account",
    fix: "Delete or rename the one that exists; a stack destroyed earlier may have kept it.",
  },
  {
    code: "version-unavailable",
    matches: /Cannot find version|no such version|engine ?version|InvalidParameterCombination.*version/i,
    because: "this version is not offered",
    fix: "Set `version` to one that the region offers.",
  },
  {
    code: "capacity-unavailable",
    matches:
      /(InsufficientDBInstanceCapacity|InsufficientCacheClusterCapacity|insufficient capacity|Capacity is unavailable)|not supported in (your requested )?Availability Zone|OrderableDBInstance|does not support .* class/i,
    because: "this size is not to be had in the region's zones now",
    fix: "Choose another `size`, or try again later.",
  },
  {
    code: "address-conflict",
    matches: /CIDR.*(conflict|overlap)|(conflicts|overlaps) with|InvalidSubnet\.Conflict/i,
    because: "its addresses overlap with others in the network",
    fix: "Set `network.cidr` to a range that is free.",
  },
  {
    code: "not-empty",
    matches: /not empty|BucketNotEmpty|RepositoryNotEmpty/i,
    because: "it is not empty",
    fix: "Empty it, then do this again.",
  },
  {
    code: "in-use",
    matches:
      /DependencyViolation|has a dependent object|is in use|still in use|ResourceInUse|cannot be deleted as it is in use/i,
    because: "something outside this stack still uses it",
    fix: "Find what uses it (for a firewall, network interfaces in the EC2 console), remove that, then do this again.",
  },
  {
    code: "role-not-usable",
    matches: /unable to assume|cannot be assumed|iam:PassRole|Role is not valid|Invalid principal/i,
    because: "its role cannot be used",
    fix: "Check that whoever deploys is allowed iam:PassRole; a new role needs a moment, so deploying again may be enough.",
  },
  {
    code: "key-disabled",
    matches: /KMS.*(disabled|pending deletion)|KMSKeyNotAccessible|DisabledException/i,
    because: "the encryption key it needs is disabled or about to be deleted",
    fix: "Enable the key, or cancel its deletion, in the KMS console.",
  },
  {
    code: "access-denied",
    matches: /not authorized to perform|AccessDenied|Access Denied|UnauthorizedOperation|is not authorized/i,
    because: "whoever deploys is not allowed to",
    fix: "Ask whoever administers the account for the permission, or use another profile.",
  },
  {
    code: "credentials-expired",
    matches: /ExpiredToken|security token .* (has )?expired/i,
    because: "the credentials expired on the way",
    fix: "Sign in again (aws login, or aws sso login), then deploy again.",
  },
  {
    code: "throttled",
    matches: /Rate exceeded|Throttling|TooManyRequests|RequestLimitExceeded/i,
    because: "AWS limits how often this account may call it",
    fix: "Deploy again in a few minutes; other tools that deploy in the same account share the limit.",
  },
  {
    code: "capabilities-missing",
    matches: /Requires capabilities|InsufficientCapabilities/i,
    because: "it needs a capability acknowledged that the plan did not ask for",
    fix: "Please report this as a defect of Stackwright, with the manifest.",
  },
  {
    code: "invalid-property",
    matches:
      /Invalid(Parameter|Request|Input)|ValidationException|Properties validation failed|Model validation failed|extraneous key|invalid value|Value of property|Encountered unsupported property|must be|is not valid|is invalid/i,
    because: "AWS does not accept one of its settings",
    fix: "Correct the setting in the component, or in `aws.overrides`.",
  },
  {
    code: "not-stabilized",
    matches: /did not stabilize|not stabilized|NotStabilized|Exceeded attempts to wait/i,
    because: "it was not ready in time",
    fix: "Deploy again; if it stays, look at it in the AWS console.",
  },
  {
    code: "not-found",
    matches: /NotFound|does not exist|No such|could not be found/i,
    because: "something it refers to does not exist",
    fix: "Check the names and ARNs in the component (hosted zone, certificate, VPC, secrets), and the region.",
  },
  {
    code: "service-unavailable",
    matches: /InternalFailure|Internal ?Server ?Error|ServiceUnavailable|GeneralServiceException|internal error/i,
    because: "the AWS service had an error of its own",
    fix: "Deploy again in a few minutes.",
  },
];

/** The first known failure whose words these are. */
export function lookUp(reason: string, resourceType = ""): KnownFailure | undefined {
  return catalogue.find(({ matches, of }) => matches.test(reason) && (of === undefined || of.test(resourceType)));
}
