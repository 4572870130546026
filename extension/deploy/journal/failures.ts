import { t } from "../../manifest/l10n";
import type { Failure } from "../types";

type Work = "deployment" | "destroying" | "recovery";

/** Nobody of this process watches any longer. `id`: how the journal calls the operation. */
export function detached(stackName: string, work: Work, id: string | undefined): Failure {
  const again = work === "destroying" ? t`Destroy again` : t`Deploy or plan again`;
  return {
    code: "detached",
    message: t`The ${work} of ${stackName} is no longer watched, and goes on in the cloud.`,
    fix:
      id === undefined
        ? t`${again} to see what became of it.`
        : t`Follow it again, also when it has ended, with stackwright attach ${id}.`,
  };
}

export function overtaken(stackName: string, work: Work): Failure {
  return {
    code: "overtaken",
    message: t`The ${work} of ${stackName} was ended by another operation that somebody has begun since.`,
    fix: t`Look at the stack's events in the CloudFormation console for who did that, then plan again.`,
  };
}

export function neverBegun(stackName: string): Failure {
  return {
    code: "never-begun",
    message: t`The process that was about to change ${stackName} ended before it asked the cloud to. Nothing was changed.`,
    fix: t`Plan again.`,
  };
}

export function gone(stackName: string): Failure {
  return {
    code: "missing-stack",
    message: t`${stackName} is no more: it was deleted since, and how this operation ended can no longer be told.`,
    fix: t`Deploy again to make it anew.`,
  };
}

export function otherAccount(stackName: string, expected: string, account: string): Failure {
  return {
    code: "wrong-account",
    message: t`${stackName} is in the account ${expected}, and you are signed in to ${account}.`,
    fix: t`Sign in to that account, or choose a profile for it, and attach again.`,
  };
}
