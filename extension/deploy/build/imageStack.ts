import { DeleteStackCommand, type Stack } from "@aws-sdk/client-cloudformation";
import type { App } from "../../manifest/app";
import { repositoryOf } from "../../targets/aws/image";
import { stackName } from "../../targets/aws/stackName";
import type { Cloud } from "../cloud";
import { ensureStack } from "../ensureStack";
import { DeployError } from "../errors";
import { findStack } from "../findStack";
import { changeSetDelay, pause } from "../pause";

/** The stack beside an application's own that holds the repository of its images. */
export const imageStackOf = (application: string): string => `${application}-images`;

/** How many images are kept: enough to go back to, and not all there ever were. */
const kept = 100;

/** A repository for what is built: scanned, encrypted, and emptied with the application. */
export function imageTemplate(repository: string): string {
  const policy = {
    rules: [
      {
        rulePriority: 1,
        description: `Keeps the ${kept} newest images`,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: kept },
        action: { type: "expire" },
      },
    ],
  };
  return JSON.stringify({
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "The images that Stackwright builds for an application.",
    Resources: {
      Repository: {
        Type: "AWS::ECR::Repository",
        DeletionPolicy: "Delete",
        UpdateReplacePolicy: "Retain",
        Properties: {
          RepositoryName: repository,
          EmptyOnDelete: true,
          ImageTagMutability: "IMMUTABLE",
          ImageScanningConfiguration: { ScanOnPush: true },
          EncryptionConfiguration: { EncryptionType: "AES256" },
          LifecyclePolicy: { LifecyclePolicyText: JSON.stringify(policy) },
        },
      },
    },
  });
}

/** Makes the repository of an application when it is not there. Throws a `DeployError`. @returns its name */
export async function ensureRepository(cloud: Cloud, app: App, signal?: AbortSignal): Promise<string> {
  const name = imageStackOf(stackName(app));
  const repository = repositoryOf(app);
  const refusal = (status: string) => ({
    code: "image-repository" as const,
    message: `The stack ${name}, which holds the repository for the images, is in ${status}.`,
    fix: `Look at ${name} in CloudFormation's console, delete it, and deploy again.`,
  });
  const helper = { stackName: name, template: imageTemplate(repository), application: app.name, refusal };
  await ensureStack(cloud, helper, signal);
  return repository;
}

/**
 * The stack that holds an application's images; undefined when there is none that Stackwright has made, or when whoever
 * asks may not know.
 * @param stack the application's own
 */
export async function findImageStack(cloud: Cloud, stack: string): Promise<Stack | undefined> {
  try {
    const found = await findStack(cloud, imageStackOf(stack));
    const isOurs = found?.Tags?.some(({ Key }) => Key === "stackwright:application") ?? false;
    return isOurs && found?.StackStatus !== "DELETE_COMPLETE" ? found : undefined;
  } catch (error) {
    if (/^AccessDenied/.test((error as Error).name)) return undefined;
    throw error;
  }
}

/**
 * Deletes the stack with an application's images, and waits until it is gone or the signal comes.
 * Throws a `DeployError` when it cannot be deleted.
 */
export async function removeImageStack(cloud: Cloud, stackId: string, signal?: AbortSignal): Promise<void> {
  const { cloudFormation } = cloud;
  await cloudFormation.send(new DeleteStackCommand({ StackName: stackId }));
  for (let looks = 0; signal?.aborted !== true; looks += 1) {
    const found = await findStack(cloud, stackId);
    const status = found?.StackStatus ?? "DELETE_COMPLETE";
    if (status === "DELETE_COMPLETE") return;
    if (status !== "DELETE_IN_PROGRESS") {
      const name = found?.StackName ?? stackId;
      throw new DeployError({
        code: "image-repository",
        message: `Everything else is destroyed, but the stack ${name} with the images could not be deleted: it is in ${status}.`,
        fix: `Look at ${name} in CloudFormation's console and delete it there.`,
        ...(found?.StackStatusReason ? { raw: found.StackStatusReason } : {}),
      });
    }
    await pause(changeSetDelay(cloud, looks), signal);
  }
}
