import { CreateStackCommand } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { findStack } from "./findStack";
import { changeSetDelay, pause } from "./pause";
import type { Failure } from "./types";

export interface HelperStack {
  readonly stackName: string;
  readonly template: string;
  /** The application that it belongs to, for its tag. */
  readonly application: string;
  /** What is said when it stands in a status that it can not be used in. */
  refusal(status: string): Failure;
}

/**
 * A small stack beside those of applications, made the first time that it is needed, and waited for.
 * Throws a `DeployError` when it cannot be made.
 */
export async function ensureStack(cloud: Cloud, helper: HelperStack, signal?: AbortSignal): Promise<void> {
  for (let looks = 0; signal?.aborted !== true; looks += 1) {
    const status = (await findStack(cloud, helper.stackName))?.StackStatus;
    if (status === undefined && looks === 0) await create(cloud, helper);
    else if (status !== undefined && isReady(status)) return;
    else if (status !== undefined && !status.endsWith("_IN_PROGRESS")) throw new DeployError(helper.refusal(status));
    await pause(changeSetDelay(cloud, looks), signal);
  }
  throw new DeployError({
    code: "deployment-cancelled",
    message: t`It was cancelled before anything was deployed.`,
    fix: t`Nothing was changed.`,
  });
}

const isReady = (status: string): boolean =>
  /^(CREATE|UPDATE|IMPORT)_COMPLETE$|^UPDATE_ROLLBACK_COMPLETE$/.test(status);

async function create(cloud: Cloud, { stackName, template, application }: HelperStack): Promise<void> {
  try {
    await cloud.cloudFormation.send(
      new CreateStackCommand({
        StackName: stackName,
        TemplateBody: template,
        OnFailure: "DELETE",
        Tags: [{ Key: "stackwright:application", Value: application }],
      }),
    );
  } catch (error) {
    // Somebody else has begun it in the meantime, and it is theirs as much as ours.
    if ((error as { readonly name?: string }).name !== "AlreadyExistsException") throw error;
  }
}
