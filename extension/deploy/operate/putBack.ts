import { randomUUID } from "node:crypto";
import { type Capability, CreateChangeSetCommand } from "@aws-sdk/client-cloudformation";
import { deleteChangeSet, readChangeSet } from "../changeSet";
import type { Cloud } from "../cloud";
import { dataRisk } from "../dataFate";
import { failing } from "../failing";
import type { Host } from "../messages";
import { planChanges } from "../planChanges";
import { say } from "../say";
import type { Plan } from "../types";
import type { Inventory } from "./inventory";

/**
 * Plans to make the cloud what the stack says again, with the template that the stack has: what somebody changed by hand
 * is changed back. Undefined when nothing has drifted. Carried out, confirmed and discarded as any plan.
 * Throws a `DeployError` when CloudFormation cannot compute it.
 */
export function planPutBack(
  cloud: Cloud,
  inventory: Inventory,
  environment: string,
  host: Host,
  signal?: AbortSignal,
): Promise<Plan | undefined> {
  return failing(cloud, host, async () => {
    const { identity } = cloud;
    const { stackName, stackId, template } = inventory;
    say(host, "identified", { identity });
    say(host, "planning", { stackName, environment, target: identity.target });
    const { Id: id = "" } = await cloud.cloudFormation.send(
      new CreateChangeSetCommand({
        StackName: stackId,
        ChangeSetName: `stackwright-revert-${randomUUID()}`,
        ChangeSetType: "UPDATE",
        DeploymentMode: "REVERT_DRIFT",
        ClientToken: randomUUID(),
        Description: `Stackwright: environment ${environment}, put back what drifted`,
        UsePreviousTemplate: true,
        Capabilities: ["CAPABILITY_IAM" satisfies Capability],
      }),
    );
    say(host, "change-set-created", { stackName, changeSetId: id });
    const changeSet = await readChangeSet(cloud, id, signal);
    if (changeSet === "unchanged") {
      await deleteChangeSet(cloud, id);
      say(host, "unchanged", { stackName, outputs: inventory.outputs });
      return undefined;
    }
    const changes = planChanges(changeSet.changes, template, template);
    const plan: Plan = {
      stackName,
      stackId,
      changeSetId: changeSet.id,
      environment,
      identity,
      kind: "update",
      changes,
      dataRisks: changes.flatMap((change) => dataRisk(change) ?? []),
      protected: inventory.protected,
      createdAt: changeSet.createdAt.toISOString(),
      outputs: inventory.outputs.map(({ value: _, ...label }) => label),
    };
    say(host, "planned", { plan });
    return plan;
  });
}
