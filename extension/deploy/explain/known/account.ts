import { t } from "../../../manifest/l10n";
import type { KnownFailure } from "../known";

/** Permissions, roles, keys and the account itself. */
export const account: readonly KnownFailure[] = [
  {
    id: "organisation-denies",
    code: "access-denied",
    matches: /explicit deny in (a|the) service control policy|service control polic/i,
    because: t`a service control policy of the organisation forbids it`,
    fix: t`Ask whoever administers the organisation; in another account or region it may be allowed.`,
  },
  {
    id: "boundary-denies",
    code: "access-denied",
    matches: /permissions boundary/i,
    because: t`the permissions boundary of whoever deploys forbids it`,
    fix: t`Ask whoever administers the account: roles may have to be made with a permissions boundary, which \`aws.overrides\` can set.`,
  },
  {
    id: "stack-policy-denies",
    code: "policy-refused",
    matches: /Action (not allowed|denied) by stack policy|denied by stack policy/i,
    because: t`the stack's policy forbids changing it`,
    fix: t`Lift the stack policy for this resource in the CloudFormation console, deploy, and set it again.`,
  },
  {
    id: "hook-refused",
    code: "policy-refused",
    matches: /following hook\(s\)(?!\/validation)[\s\S]*failed|Hook(s)? failed|HOOK_COMPLETE_FAILED/i,
    because: t`a hook that somebody set up for this account refuses it`,
    fix: t`Ask whoever administers the account what the hook wants; \`aws.overrides\` can set what the manifest cannot say.`,
  },
  {
    id: "service-role-new",
    code: "role-not-usable",
    matches: /Unable to assume the service linked role/i,
    because: t`AWS has only just made the role that it needs, for the first time in this account`,
    fix: t`Deploy again: the role exists by then.`,
  },
  {
    id: "role-has-policies",
    code: "in-use",
    matches: /must (detach all|delete|remove) (all )?policies|must remove .* from instance profile/i,
    because: t`somebody attached policies to the role by hand`,
    fix: t`Detach them in the IAM console, then do this again.`,
  },
  {
    id: "pass-role",
    code: "access-denied",
    matches: /not authorized to perform:? ?iam:PassRole/i,
    because: t`whoever deploys is not allowed iam:PassRole`,
    fix: t`Ask whoever administers the account to allow iam:PassRole for the roles of this stack, or use another profile.`,
  },
  {
    id: "role-not-usable",
    code: "role-not-usable",
    matches:
      /unable to assume|cannot be assumed|Role is not valid|Invalid principal|role defined for the function cannot be assumed/i,
    because: t`its role cannot be used`,
    fix: t`Check that whoever deploys is allowed iam:PassRole; a new role needs a moment, so deploying again may be enough.`,
  },
  {
    id: "key-disabled",
    code: "key-disabled",
    matches:
      /KMS[\s\S]*(disabled|pending deletion|not accessible)|KMSKeyNotAccessible|KMSInvalidState|DisabledException/i,
    because: t`the encryption key it needs is disabled or about to be deleted`,
    fix: t`Enable the key, or cancel its deletion, in the KMS console.`,
  },
  {
    id: "region-disabled",
    code: "region-disabled",
    matches:
      /OptInRequired|not subscribed to this service|is not (available|supported) in (this|the) region|region is not enabled/i,
    because: t`the region does not offer this to the account`,
    fix: t`Enable the region under Account in the AWS console, or choose another \`region\`.`,
    setting: "region",
  },
  {
    id: "account-blocked",
    code: "account-restricted",
    matches: /account is currently blocked|PendingVerification|account.* (is )?(suspended|pending verification)/i,
    because: t`AWS has blocked the account or is still verifying it`,
    fix: t`See the mails of AWS to the account's owner, or write to AWS Support; verification is usually through within four hours.`,
  },
  {
    id: "credentials-expired",
    code: "credentials-expired",
    matches: /ExpiredToken|security token .* (has |is )?expired/i,
    because: t`the credentials expired on the way`,
    fix: t`Sign in again (aws login, or aws sso login), then deploy again.`,
  },
  {
    id: "access-denied",
    code: "access-denied",
    matches: /not authorized to perform|AccessDenied|Access Denied|UnauthorizedOperation|is not authorized/i,
    because: t`whoever deploys is not allowed to`,
    fix: t`Ask whoever administers the account for the permission, or use another profile.`,
  },
  {
    id: "throttled",
    code: "throttled",
    matches: /Rate exceeded|Throttling|TooManyRequests|RequestLimitExceeded/i,
    because: t`AWS limits how often this account may call it`,
    fix: t`Deploy again in a few minutes; other tools that deploy in the same account share the limit.`,
  },
];
