import { deleteChangeSet, isGone } from "./changeSet";
import type { Cloud } from "./cloud";
import { failing } from "./failing";
import { isMissing } from "./findStack";
import type { Host } from "./messages";
import { removeShell } from "./removeShell";
import { say } from "./say";
import type { Plan } from "./types";

/** Forgets a plan and leaves nothing behind: the change set goes, and the empty stack that was made for it. */
export function discard(cloud: Cloud, plan: Plan, host: Host): Promise<void> {
  return failing(cloud, host, async () => {
    try {
      await deleteChangeSet(cloud, plan.changeSetId);
    } catch (error) {
      if (!isMissing(error) && !(error instanceof Error && isGone(error))) throw error;
    }
    if (plan.kind === "create") await removeShell(cloud, plan.stackId);
    say(host, "discarded", { stackName: plan.stackName });
  });
}
