import { DescribeChangeSetCommand } from "@aws-sdk/client-cloudformation";
import { isGone } from "./changeSet";
import type { Cloud } from "./cloud";
import { isMissing } from "./findStack";
import type { Plan } from "./types";

/**
 * Whether the stack was changed since a plan was made, so that the plan cannot be carried out any more. What cannot be
 * asked counts as unchanged: carrying it out is refused then, with the reason.
 */
export async function isStale(cloud: Cloud, { changeSetId }: Pick<Plan, "changeSetId">): Promise<boolean> {
  try {
    const answer = await cloud.cloudFormation.send(new DescribeChangeSetCommand({ ChangeSetName: changeSetId }));
    return answer.ExecutionStatus !== "AVAILABLE";
  } catch (error) {
    return isMissing(error) || (error instanceof Error && isGone(error));
  }
}
