import { t } from "../../../manifest/l10n";
import type { KnownFailure } from "../known";

/** CloudFormation itself, and what is known of no service in particular. */
export const stack: readonly KnownFailure[] = [
  {
    id: "termination-protected",
    code: "termination-protected",
    matches: /TerminationProtection is enabled/i,
    because: t`the stack is protected against being destroyed`,
    fix: t`Take \`protected\` off the environment and deploy, then do this again.`,
  },
  {
    id: "stack-busy",
    code: "stack-busy",
    matches: /is in \w+_IN_PROGRESS state and can ?not|currently being updated|OperationInProgress/i,
    because: t`somebody else is changing the stack`,
    fix: t`Wait until that is through, then plan again; stackwright attach follows what this machine began.`,
  },
  {
    id: "stack-stuck",
    code: "stack-stuck",
    matches:
      /is in (ROLLBACK_COMPLETE|ROLLBACK_FAILED|UPDATE_ROLLBACK_FAILED|DELETE_FAILED|CREATE_FAILED) state and can ?not/i,
    because: t`an earlier failure left the stack in a state that it has to be led out of first`,
    fix: t`Plan again with Stackwright: it removes what is dead, and offers what this state allows.`,
  },
  {
    id: "early-validation",
    code: "policy-refused",
    matches: /EarlyValidation|hook\(s\)\/validation failed/i,
    because: t`CloudFormation found mistakes in it before it began`,
    fix: t`The CloudFormation console lists them at the change set; with the permission cloudformation:DescribeEvents, Stackwright lists them here.`,
  },
  {
    id: "circular-dependency",
    code: "template-refused",
    matches: /Circular dependency/i,
    because: t`two parts of the template wait for each other`,
    fix: t`If \`aws.overrides\` adds references, take them out; otherwise please report this as a defect of Stackwright.`,
    setting: "aws.overrides",
  },
  {
    id: "template-too-large",
    code: "template-too-large",
    matches: /length less than or equal to 51200|Template may not exceed|Number of resources, \d+, is greater than/i,
    because: t`the application is too large for one stack`,
    fix: t`Split it into several manifests.`,
  },
  {
    id: "quota-exceeded",
    code: "quota-exceeded",
    matches: /LimitExceeded|QuotaExceeded|limit has been reached|maximum number of|quota|TooMany(?!Requests)/i,
    because: t`a quota of the account is used up`,
    fix: t`Delete what is no longer needed, or ask for more under Service Quotas in the AWS console, then deploy again.`,
  },
  {
    id: "capabilities-missing",
    code: "capabilities-missing",
    matches: /Requires capabilities|InsufficientCapabilities/i,
    because: t`it needs a capability acknowledged that the plan did not ask for`,
    fix: t`Please report this as a defect of Stackwright, with the manifest.`,
  },
  {
    id: "not-stabilized",
    code: "not-stabilized",
    matches: /did not stabilize|not stabilized|NotStabilized|Exceeded attempts to wait/i,
    because: t`it was not ready in time`,
    fix: t`Deploy again; if it stays, look at it in the AWS console.`,
  },
  {
    id: "invalid-property",
    code: "invalid-property",
    matches:
      /Invalid(Parameter|Request|Input)|ValidationException|Properties validation failed|Model validation failed|extraneous key|invalid value|Value of property|Encountered unsupported property|must be|is not valid|is invalid/i,
    because: t`AWS does not accept one of its settings`,
    fix: t`Correct the setting in the component, or in \`aws.overrides\`.`,
  },
  {
    id: "not-found",
    code: "not-found",
    matches: /NotFound|does not exist|No such|could not be found/i,
    because: t`something it refers to does not exist`,
    fix: t`Check the names and ARNs in the component (hosted zone, certificate, VPC, secrets), and the region.`,
  },
  {
    id: "service-unavailable",
    code: "service-unavailable",
    matches:
      /InternalFailure|Internal Failure|Internal ?Server ?Error|ServiceUnavailable|internal error|GeneralServiceException/i,
    because: t`the AWS service had an error of its own`,
    fix: t`Deploy again in a few minutes.`,
  },
];
