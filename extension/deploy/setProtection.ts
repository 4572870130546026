import { UpdateTerminationProtectionCommand } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "./cloud";

/** Switches a stack's termination protection: while it is on, CloudFormation refuses to delete the stack. */
export async function setProtection(cloud: Cloud, stackNameOrId: string, enabled: boolean): Promise<void> {
  await cloud.cloudFormation.send(
    new UpdateTerminationProtectionCommand({ StackName: stackNameOrId, EnableTerminationProtection: enabled }),
  );
}
