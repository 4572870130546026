import { randomUUID } from "node:crypto";
import { DeleteStackCommand, ListChangeSetsCommand, type Stack } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { findStack, isMissing } from "./findStack";
import { changeSetDelay, pause } from "./pause";
import { setProtection } from "./setProtection";

/**
 * Deletes a stack that was only made to plan with, unless there is something in it by now or another plan waits in it.
 * Gives true when it is gone.
 */
export async function removeShell(cloud: Cloud, stackId: string): Promise<boolean> {
  const stack = await findStack(cloud, stackId);
  if (stack?.StackStatus !== "REVIEW_IN_PROGRESS") return stack === undefined;
  if (await hasChangeSets(cloud, stackId)) return false;
  await deleteAndWait(cloud, stack);
  return true;
}

/** Deletes what is left of a first deployment that failed: nothing is in it, so its protection protects nothing. */
export async function removeDeadStack(cloud: Cloud, stack: Stack): Promise<void> {
  await deleteAndWait(cloud, stack);
}

async function hasChangeSets(cloud: Cloud, stackId: string): Promise<boolean> {
  try {
    const { Summaries } = await cloud.cloudFormation.send(new ListChangeSetsCommand({ StackName: stackId }));
    return (Summaries ?? []).some(({ Status }) => Status !== "DELETE_COMPLETE" && Status !== "DELETE_IN_PROGRESS");
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function deleteAndWait(cloud: Cloud, stack: Stack): Promise<void> {
  const id = stack.StackId ?? stack.StackName ?? "";
  if (stack.EnableTerminationProtection) await setProtection(cloud, id, false);
  await cloud.cloudFormation.send(new DeleteStackCommand({ StackName: id, ClientRequestToken: randomUUID() }));
  for (let looks = 0; ; looks++) {
    const status = (await findStack(cloud, id))?.StackStatus;
    if (status === undefined || status === "DELETE_COMPLETE") return;
    if (status === "DELETE_FAILED") {
      throw new DeployError({
        code: "stack-stuck",
        message: t`The empty stack ${stack.StackName} could not be deleted.`,
        fix: t`Delete it in the CloudFormation console, then deploy again.`,
      });
    }
    await pause(changeSetDelay(cloud, looks));
  }
}
