import { CreateStackCommand } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "../cloud";
import { DeployError } from "../errors";
import { findStack } from "../findStack";
import { changeSetDelay, pause } from "../pause";
import { bucketName, bucketStack, bucketTemplate } from "./bucketTemplate";

/**
 * The bucket for templates in this account and region; made by a small stack of its own the first time.
 * Throws a `DeployError` when that stack cannot be made.
 */
export async function ensureBucket(cloud: Cloud, signal?: AbortSignal): Promise<string> {
  const { account, region } = cloud.identity;
  const name = bucketName(account, region);
  for (let looks = 0; signal?.aborted !== true; looks += 1) {
    const status = (await findStack(cloud, bucketStack))?.StackStatus;
    if (status === undefined && looks === 0) await create(cloud, name);
    else if (status !== undefined && isReady(status)) return name;
    else if (status !== undefined && !status.endsWith("_IN_PROGRESS")) throw refusal(status);
    await pause(changeSetDelay(cloud, looks), signal);
  }
  throw new DeployError({
    code: "deployment-cancelled",
    message: "The plan was cancelled.",
    fix: "Nothing was changed.",
  });
}

const isReady = (status: string): boolean =>
  /^(CREATE|UPDATE|IMPORT)_COMPLETE$|^UPDATE_ROLLBACK_COMPLETE$/.test(status);

async function create(cloud: Cloud, name: string): Promise<void> {
  try {
    await cloud.cloudFormation.send(
      new CreateStackCommand({
        StackName: bucketStack,
        TemplateBody: bucketTemplate(name),
        OnFailure: "DELETE",
        Tags: [{ Key: "stackwright:application", Value: bucketStack }],
      }),
    );
  } catch (error) {
    // Somebody else has begun it in the meantime, and it is theirs as much as ours.
    if ((error as { readonly name?: string }).name !== "AlreadyExistsException") throw error;
  }
}

function refusal(status: string): DeployError {
  return new DeployError({
    code: "template-bucket",
    message: `The template is too large to be sent with a call, and the stack ${bucketStack}, which holds the bucket for it, is in ${status}.`,
    fix: `Delete the stack ${bucketStack} and plan again, or name a bucket of your own as \`aws.templateBucket\`.`,
  });
}
