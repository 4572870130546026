import { t } from "../manifest/l10n";
import type { Path } from "../manifest/problem";
import { deniedAction } from "./explain";
import { lookUp } from "./explain/catalogue";
import type { KnownFailure } from "./explain/known";
import type { FailureCode } from "./failureCodes";
import { redact } from "./redact";
import { kindOf } from "./resourceKinds";
import type { Failure } from "./types";

/** The resource that failed, and where it comes from. */
export interface FailedResource {
  readonly logicalId: string;
  readonly resourceType: string;
  readonly verb: "created" | "updated" | "deleted";
  readonly component?: string;
  readonly path?: Path;
}

/**
 * Turns CloudFormation's words for a failure into one sentence with the cause and one with what to do.
 * `code` is for a reason that no known failure matches.
 */
export function explainReason(
  reason: string,
  options: { readonly code?: FailureCode; readonly resource?: FailedResource } = {},
): Failure {
  const { code = "deployment-failed", resource } = options;
  const raw = redact(reason);
  const known = lookUp(reason, resource?.resourceType);
  const subject = resource ? subjectOf(resource) : t`CloudFormation cannot compute the changes`;
  const action = known?.id === "access-denied" ? deniedAction(reason) : undefined;
  const path = pathOf(known, resource);
  const because = action ? t`whoever deploys is not allowed ${action}` : (known?.because ?? firstSentence(raw));
  const isQuoted = !action && known?.because === undefined && /^[A-Z"'\\[({]/.test(because);
  const fix = action ? t`Ask whoever administers the account to allow ${action}, or use another profile.` : known?.fix;
  return {
    code: known?.code ?? code,
    message:
      because === ""
        ? t`${subject}, and AWS gives no reason.`
        : (isQuoted ? t`${subject} because AWS says: ${because}.` : t`${subject} because ${because}.`).replace(
            /\.\.$/,
            ".",
          ),
    fix: fix ?? t`See what AWS says about it; the CloudFormation console shows the stack's events.`,
    ...(raw === "" ? {} : { raw }),
    ...(resource ? { logicalId: resource.logicalId } : {}),
    ...(resource?.component ? { component: resource.component } : {}),
    ...(path ? { path } : {}),
  };
}

/** The field that decides it where that is known, or else where the resource comes from. */
function pathOf(known: KnownFailure | undefined, resource: FailedResource | undefined): Path | undefined {
  if (known?.setting !== undefined) return known.setting.split(".");
  if (known?.field === undefined || resource?.component === undefined) return resource?.path;
  return ["components", resource.component, ...known.field.split(".")];
}

function subjectOf({ logicalId, resourceType, verb, component }: FailedResource): string {
  const whose = component ? t` of ${component}` : "";
  const what = `${kindOf(resourceType).label} ${logicalId}${whose}`;
  if (verb === "created") return t`The ${what} could not be created`;
  return verb === "updated" ? t`The ${what} could not be updated` : t`The ${what} could not be deleted`;
}

/** Without the request's number, the handler's name and the like, which only help in the raw text. */
function firstSentence(raw: string): string {
  const withoutHandler = raw
    .replace(/^Resource handler returned message: "?/, "")
    .replace(/"? ?\((RequestToken|Service|HandlerErrorCode)[\s\S]*$/, "")
    .replace(/ ?\(Service: [\s\S]*$/, "");
  const sentence = /^[\s\S]*?[.!](?=\s|$)/.exec(withoutHandler.trim())?.[0] ?? withoutHandler.trim();
  return sentence.replace(/[\s."]+$/, "");
}
