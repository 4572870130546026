import type { Cloud } from "../cloud";
import { DeployError } from "../errors";
import { findStack, templateOf } from "../findStack";
import { originIn } from "../template";
import type { RecoverPlan, Recovery } from "../types";
import { actionsFor, type RecoverAction } from "./actions";
import { wrongStatus } from "./refusals";

const actions: Readonly<Record<Recovery, RecoverAction>> = {
  cancel: "cancel",
  rollback: "rollBack",
  continue: "continue",
};

/** Looks whether a stack's status allows it. Throws a `DeployError` with the code `wrong-status` when it does not. */
export async function planRecovery(cloud: Cloud, recovery: Recovery, nameOrId: string): Promise<RecoverPlan> {
  const stack = await findStack(cloud, nameOrId);
  const stackName = stack?.StackName ?? nameOrId;
  if (!stack || !actionsFor(stack.StackStatus).includes(actions[recovery])) {
    throw new DeployError(wrongStatus(recovery, stackName, stack?.StackStatus));
  }
  const stackId = stack.StackId ?? stackName;
  const template = await templateOf(cloud, stackId);
  const resources = Object.entries(template.Resources).map(([logicalId, resource]) => ({
    logicalId,
    ...originIn(resource),
  }));
  return { stackName, stackId, identity: cloud.identity, resources };
}
