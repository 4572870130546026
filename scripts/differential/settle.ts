import { setTimeout as sleep } from "node:timers/promises";
import type { CloudFormation } from "@aws-sdk/client-cloudformation";

export function isWaiting(status: string | undefined): boolean {
  return status === "CREATE_PENDING" || (status !== "REVIEW_IN_PROGRESS" && (status ?? "").endsWith("_IN_PROGRESS"));
}

/** The status that a stack comes to rest in. */
export async function settle(client: CloudFormation, nameOrId: string): Promise<string | undefined> {
  for (;;) {
    const { Stacks = [] } = await client.describeStacks({ StackName: nameOrId });
    const status = Stacks[0]?.StackStatus;
    if (!isWaiting(status)) {
      return status;
    }
    await sleep(20);
  }
}
