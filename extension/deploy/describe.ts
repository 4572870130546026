import type { Cloud } from "./cloud";
import { findStack } from "./findStack";
import { outputsOf } from "./outputs";
import type { Output, StackDescription } from "./types";

/** A stack as it stands; undefined when there is none, or only the empty shell of a plan. */
export async function describe(
  cloud: Cloud,
  stackName: string,
  labels: readonly Omit<Output, "value">[] = [],
): Promise<StackDescription | undefined> {
  const stack = await findStack(cloud, stackName);
  if (stack === undefined || stack.StackStatus === "REVIEW_IN_PROGRESS") return undefined;
  return {
    stackName,
    stackId: stack.StackId ?? stackName,
    status: stack.StackStatus ?? "",
    outputs: outputsOf(stack.Outputs ?? [], labels),
    updatedAt: (stack.LastUpdatedTime ?? stack.CreationTime ?? new Date(0)).toISOString(),
    protected: stack.EnableTerminationProtection ?? false,
  };
}
