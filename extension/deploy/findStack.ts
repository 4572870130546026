import {
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Stack,
} from "@aws-sdk/client-cloudformation";
import type { Cloud } from "./cloud";
import { parseTemplate, type StackTemplate } from "./template";

/** A stack by its name or id; undefined when there is none. By name, a deleted stack is none. */
export async function findStack(cloud: Cloud, nameOrId: string): Promise<Stack | undefined> {
  try {
    const { Stacks } = await cloud.cloudFormation.send(new DescribeStacksCommand({ StackName: nameOrId }));
    return Stacks?.[0];
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The template a stack was last given, as it was given; empty for a stack without one. */
export async function templateOf(cloud: Cloud, nameOrId: string): Promise<StackTemplate> {
  try {
    const command = new GetTemplateCommand({ StackName: nameOrId, TemplateStage: "Original" });
    const { TemplateBody } = await cloud.cloudFormation.send(command);
    return parseTemplate(TemplateBody);
  } catch (error) {
    if (isMissing(error)) return parseTemplate(undefined);
    throw error;
  }
}

/** CloudFormation has no error code of its own for a stack that does not exist: it says so in words. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof CloudFormationServiceException &&
    (error.name === "StackNotFoundException" ||
      (error.name === "ValidationError" && /does not exist/.test(error.message)))
  );
}
