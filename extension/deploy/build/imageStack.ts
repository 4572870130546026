import type { App } from "../../manifest/app";
import { repositoryOf } from "../../targets/aws/image";
import { stackName } from "../../targets/aws/stackName";
import type { Cloud } from "../cloud";
import { ensureStack } from "../ensureStack";

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
