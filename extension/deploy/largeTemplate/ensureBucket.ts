import { t } from "../../manifest/l10n";
import type { Cloud } from "../cloud";
import { ensureStack } from "../ensureStack";
import { bucketName, bucketStack, bucketTemplate } from "./bucketTemplate";

/**
 * The bucket for templates in this account and region; made by a small stack of its own the first time.
 * Throws a `DeployError` when that stack cannot be made.
 */
export async function ensureBucket(cloud: Cloud, signal?: AbortSignal): Promise<string> {
  const { account, region } = cloud.identity;
  const name = bucketName(account, region);
  const helper = { stackName: bucketStack, template: bucketTemplate(name), application: bucketStack, refusal };
  await ensureStack(cloud, helper, signal);
  return name;
}

const refusal = (status: string) => ({
  code: "template-bucket" as const,
  message: t`The template is too large to be sent with a call, and the stack ${bucketStack}, which holds the bucket for it, is in ${status}.`,
  fix: t`Delete the stack ${bucketStack} and plan again, or name a bucket of your own as \`aws.templateBucket\`.`,
});
