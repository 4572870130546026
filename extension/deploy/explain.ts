import { t } from "../manifest/l10n";
import type { SynthesisError } from "../targets/aws/synthesisError";
import { isDeployError } from "./errors";
import type { FailureCode } from "./failureCodes";
import { redact } from "./redact";
import type { Failure } from "./types";

/** What is known about a call that failed. */
export interface CallContext {
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly endpoint?: string | undefined;
}

/** An error of the SDK, of Node's network or of the service, as far as they have a shape in common. */
interface SdkError {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly hostname?: string;
  readonly status?: number;
}

type Rule = {
  readonly code: FailureCode;
  readonly matches: (error: SdkError, context: CallContext) => boolean;
  readonly says: (error: SdkError, context: CallContext) => { readonly message: string; readonly fix: string };
};

const named = (...names: readonly string[]) => {
  const set = new Set(names);
  return (error: SdkError) => set.has(error.name) || set.has(error.code);
};

function isCredentialsError({ name, message }: SdkError): boolean {
  return /(CredentialsProvider|TokenProvider)Error/.test(name) || /Credential is missing/i.test(message);
}

const signIn = ({ profile }: CallContext) =>
  profile
    ? t`Sign in again: aws sso login --profile ${profile} (or aws login --profile ${profile}).`
    : t`Sign in again: aws login, or aws sso login with your profile.`;

const address = ({ endpoint, region }: CallContext) => endpoint ?? (region ? t`AWS in ${region}` : "AWS");

/** In order: the first that matches tells. */
const rules: readonly Rule[] = [
  {
    // Waited for as well: whoever signs in meanwhile goes on.
    code: "credentials-expired",
    matches: (error) => /CredentialsProviderError/.test(error.name) && /^Failed to load (a )?token/.test(error.message),
    says: (_, context) => ({
      message: context.profile
        ? t`Nobody is signed in with the AWS profile ${context.profile}.`
        : t`Nobody is signed in to AWS.`,
      fix: signIn(context),
    }),
  },
  {
    code: "credentials-expired",
    matches: (error) =>
      named("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired")(error) ||
      (/(CredentialsProvider|TokenProvider)Error/.test(error.name) &&
        /expired|sso login|aws login|reauthenticate/i.test(error.message)),
    says: (_, context) => ({ message: t`The AWS credentials have expired.`, fix: signIn(context) }),
  },
  {
    code: "unknown-profile",
    // The chain goes on past a profile that does not exist, and its last word names no profile.
    matches: (error, { profile }) => profile !== undefined && isCredentialsError(error),
    says: (_, { profile }) => ({
      message: t`The AWS profile ${profile ?? t`that was asked for`} has no usable credentials.`,
      fix: t`See which profiles there are with aws configure list-profiles, and choose one of them or set this one up with aws configure.`,
    }),
  },
  {
    code: "no-credentials",
    matches: isCredentialsError,
    says: () => ({
      message: t`No AWS credentials were found on this machine.`,
      fix: t`Sign in with aws login or aws sso login, or set up a profile with aws configure; the Sandbox needs none.`,
    }),
  },
  {
    code: "no-region",
    matches: (error) =>
      /Region is missing|Invalid region|not a valid region|region.*valid hostname/i.test(error.message),
    says: (_, { region }) => ({
      message: region ? t`${region} is not the name of an AWS region.` : t`No AWS region is given.`,
      fix: t`Set \`region\` in the manifest, for example to us-east-1.`,
    }),
  },
  {
    code: "credentials-refused",
    matches: named(
      "InvalidClientTokenId",
      "UnrecognizedClientException",
      "InvalidAccessKeyId",
      "AuthFailure",
      "SignatureDoesNotMatch",
      "InvalidSignatureException",
      "IncompleteSignature",
      "MissingAuthenticationToken",
    ),
    says: (error, { region, profile }) => ({
      message: t`AWS does not accept the credentials${profile ? t` of the profile ${profile}` : ""}.`,
      fix: /Signature/.test(error.name)
        ? t`The secret key does not belong to the access key, or this machine's clock is wrong: sign in again, and check the clock.`
        : t`The key was deleted or made inactive, or the account has not enabled the region ${region ?? ""}: sign in again, and check the region.`.replace(
            "  ",
            " ",
          ),
    }),
  },
  {
    code: "clock-wrong",
    matches: named("RequestTimeTooSkewed", "RequestInTheFuture"),
    says: () => ({
      message: t`AWS refuses the request because this machine's clock is wrong by more than five minutes.`,
      fix: t`Set the clock (or switch on its synchronisation) and try again.`,
    }),
  },
  {
    code: "region-disabled",
    matches: (error) =>
      named("OptInRequired", "RegionDisabledException", "SubscriptionRequiredException")(error) ||
      /STS is not activated in this region/i.test(error.message),
    says: (_, { region }) => ({
      message: t`The region ${region ?? ""} is not enabled for this account.`.replace("  ", " "),
      fix: t`Enable it under Account, AWS Regions in the AWS console, or choose another region in the manifest.`,
    }),
  },
  {
    code: "access-denied",
    matches: (error) =>
      named(
        "AccessDenied",
        "AccessDeniedException",
        "UnauthorizedOperation",
        "UnauthorizedAccess",
        "NotAuthorized",
      )(error) || /is not authorized to perform/i.test(error.message),
    says: (error) => {
      const action = deniedAction(error.message);
      const byPolicy = /service control policy/i.test(error.message)
        ? t`The organisation's service control policy`
        : t`Your role or user`;
      return {
        message: `${byPolicy} ${action ? t`does not allow ${action}` : t`does not allow this`}.`,
        fix: action
          ? t`Ask whoever administers the account to allow ${action} for you, or use another profile.`
          : t`Ask whoever administers the account to allow CloudFormation deployments for you, or use another profile.`,
      };
    },
  },
  {
    code: "throttled",
    matches: named(
      "Throttling",
      "ThrottlingException",
      "ThrottledException",
      "RequestLimitExceeded",
      "TooManyRequestsException",
      "RequestThrottled",
      "SlowDown",
      "PriorRequestNotComplete",
    ),
    says: () => ({
      message: t`AWS is limiting how often this account may call CloudFormation.`,
      fix: t`Wait a moment; other tools that deploy in the same account share the limit.`,
    }),
  },
  {
    code: "untrusted-certificate",
    matches: (error) => /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS/.test(error.code),
    says: (_, context) => ({
      message: t`The certificate of ${address(context)} is not trusted by this machine.`,
      fix: t`A proxy that inspects traffic is the usual reason: point NODE_EXTRA_CA_CERTS at its certificate authority.`,
    }),
  },
  {
    code: "unknown-host",
    matches: named("ENOTFOUND", "EAI_AGAIN", "EAI_NODATA"),
    says: (error, { region, endpoint }) => ({
      message: t`The name ${error.hostname ?? endpoint ?? t`of the AWS endpoint`} cannot be resolved.`,
      fix: endpoint
        ? t`Check the endpoint's address and the network connection.`
        : t`Check that ${region ?? t`the region`} is the name of an AWS region, and that this machine is online.`,
    }),
  },
  {
    code: "unreachable",
    matches: named("ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ECONNRESET", "EPIPE", "EADDRNOTAVAIL"),
    says: (_, context) => ({
      message: t`${address(context)} cannot be reached.`,
      fix: context.endpoint
        ? t`Check that what should answer there is running, and that the address and the port are right.`
        : t`Check the network connection, the VPN and the proxy settings.`,
    }),
  },
  {
    code: "timeout",
    matches: (error) =>
      named("TimeoutError", "ETIMEDOUT", "RequestTimeout", "ECONNABORTED")(error) || /timed? ?out/i.test(error.message),
    says: (_, context) => ({
      message: t`${address(context)} did not answer in time.`,
      fix: t`Check the network connection, the VPN and the proxy settings, and try again.`,
    }),
  },
  {
    code: "service-unavailable",
    matches: (error) =>
      (error.status ?? 0) >= 500 ||
      named("ServiceUnavailable", "InternalFailure", "InternalError", "ServiceUnavailableException")(error),
    says: (error, context) => ({
      message: t`${address(context)} answered with an error of its own${error.status ? t` (HTTP ${error.status})` : ""}.`,
      fix: t`Try again in a moment; if it stays, see the AWS Health Dashboard.`,
    }),
  },
  {
    code: "capabilities-missing",
    matches: named("InsufficientCapabilitiesException", "InsufficientCapabilities"),
    says: () => ({
      message: t`CloudFormation wants a capability acknowledged that the plan did not ask for.`,
      fix: t`Please report this as a defect of Stackwright, with the manifest.`,
    }),
  },
  {
    code: "quota-exceeded",
    matches: named("LimitExceededException", "LimitExceeded"),
    says: () => ({
      message: t`A limit of CloudFormation in this account is reached.`,
      fix: t`Delete stacks or change sets that are no longer needed, or ask for a higher quota under Service Quotas.`,
    }),
  },
  {
    code: "template-refused",
    matches: (error) =>
      /Template (format|error|validation)|unresolved (resource )?dependenc|Circular dependency|Invalid template|Unrecognized resource types?/i.test(
        error.message,
      ),
    says: () => ({
      message: t`CloudFormation does not accept the template that was made from the manifest.`,
      fix: t`If \`aws.overrides\` changes the template, check it there; otherwise please report this as a defect of Stackwright.`,
    }),
  },
];

/** Turns whatever a call has thrown into one sentence of what happened and one of what to do. Never throws. */
export function explain(error: unknown, context: CallContext = {}): Failure {
  if (isDeployError(error)) return error.failure;
  if (isSynthesisError(error)) {
    const { message, path, component } = error;
    const fix = t`Correct it in the manifest.`;
    return { code: "not-deployable", message, fix, path, ...(component === undefined ? {} : { component }) };
  }
  const known = shapeOf(error);
  const raw = redact(known.message || known.code || known.name);
  const rule = rules.find(({ matches }) => matches(known, context));
  if (rule) return { code: rule.code, ...rule.says(known, context), raw };
  return {
    code: "unexpected",
    message: t`Something unexpected happened: ${raw.replace(/\.?$/, ".")}`,
    fix: t`Try again; if it stays, please report it with the log.`,
    raw,
  };
}

/** The permission that was missing, such as `cloudformation:CreateChangeSet`. */
export function deniedAction(text: string): string | undefined {
  return /not authorized to perform:? ?"?([a-z0-9-]+:[A-Za-z*]+)/.exec(text)?.[1];
}

/** By name: the engine is bundled apart from what may have thrown it. */
function isSynthesisError(error: unknown): error is SynthesisError {
  return error instanceof Error && error.name === "SynthesisError" && "path" in error;
}

function shapeOf(error: unknown): SdkError {
  if (typeof error !== "object" || error === null) return { name: "", message: String(error), code: "" };
  const fields = error as Record<string, unknown>;
  const text = (key: string) => (typeof fields[key] === "string" ? fields[key] : "");
  // Node tries every address of a host and reports them together; the first speaks for all.
  const first = Array.isArray(fields["errors"]) ? shapeOf(fields["errors"][0]) : undefined;
  const metadata = fields["$metadata"] as { readonly httpStatusCode?: number } | undefined;
  const cause = fields["cause"] === undefined || fields["cause"] === error ? undefined : shapeOf(fields["cause"]);
  const hostname = text("hostname");
  return {
    name: text("name"),
    message: text("message") || (first?.message ?? cause?.message ?? ""),
    code: text("Code") || text("code") || (first?.code ?? cause?.code ?? ""),
    ...(hostname ? { hostname } : {}),
    ...(metadata?.httpStatusCode === undefined ? {} : { status: metadata.httpStatusCode }),
  };
}
