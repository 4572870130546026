import type {
  CloudFormation,
  CreateChangeSetCommandInput,
  DescribeChangeSetCommandOutput,
  Stack,
} from "@aws-sdk/client-cloudformation";
import { settled, until } from "./start";

let count = 0;

/** A change set once it is ready or has failed, with property values. */
export async function changeSet(
  client: CloudFormation,
  stackName: string,
  input: Partial<CreateChangeSetCommandInput>,
): Promise<DescribeChangeSetCommandOutput> {
  count += 1;
  const { Id } = await client.createChangeSet({ StackName: stackName, ChangeSetName: `set-${count}`, ...input });
  return until(async () => {
    const answer = await client.describeChangeSet({ ChangeSetName: Id, IncludePropertyValues: true });
    return answer.Status?.endsWith("_IN_PROGRESS") || answer.Status === "CREATE_PENDING" ? undefined : answer;
  }, "the change set");
}

/** Deploys as the engine does: change set, execution, and waiting for the end. */
export async function deploy(
  client: CloudFormation,
  stackName: string,
  type: "CREATE" | "UPDATE",
  body: string,
  more: Partial<CreateChangeSetCommandInput> & { readonly DisableRollback?: boolean } = {},
): Promise<Stack> {
  const { DisableRollback, ...input } = more;
  const made = await changeSet(client, stackName, { ChangeSetType: type, TemplateBody: body, ...input });
  if (made.Status !== "CREATE_COMPLETE") {
    throw new Error(`The change set failed: ${made.StatusReason}`);
  }
  await client.executeChangeSet({
    ChangeSetName: made.ChangeSetId,
    ...(DisableRollback === undefined ? {} : { DisableRollback }),
  });
  return settled(client, stackName);
}
