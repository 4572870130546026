import type { CloudFormation } from "@aws-sdk/client-cloudformation";
import { isWaiting, settle } from "./settle";
import { shop } from "./shop";

export interface Call {
  readonly name: string;
  /** Makes the call and gives what of its answer can be compared: nothing that is random or depends on the time. */
  readonly run: (client: CloudFormation) => Promise<unknown>;
}

const StackName = "shop";
const large = JSON.stringify({ ...JSON.parse(shop(1)), Outputs: {}, Metadata: { Text: "x".repeat(51_200) } });
const dangling = JSON.stringify({
  Resources: { Topic: { Type: "AWS::SNS::Topic", Properties: { DisplayName: { Ref: "Nobody" } } } },
});

async function made(client: CloudFormation, ChangeSetName: string, TemplateBody: string, create = false) {
  const name = create ? "shell" : StackName;
  const ChangeSetType = create ? "CREATE" : "UPDATE";
  await client.createChangeSet({ StackName: name, ChangeSetName, TemplateBody, ChangeSetType });
  for (;;) {
    const set = await client.describeChangeSet({ StackName: name, ChangeSetName });
    if (!isWaiting(set.Status)) {
      return set;
    }
  }
}

/** In this order, each on what the ones before have left. */
export const calls: readonly Call[] = [
  { name: "DescribeStacks of none", run: (c) => c.describeStacks({ StackName }) },
  {
    name: "ValidateTemplate",
    run: async (c) => {
      const { Description, Parameters } = await c.validateTemplate({ TemplateBody: shop(1) });
      return { Description, Parameters: Parameters?.map(({ ParameterKey, NoEcho }) => [ParameterKey, NoEcho]) };
    },
  },
  { name: "CreateStack above 51,200 bytes", run: (c) => c.createStack({ StackName: "large", TemplateBody: large }) },
  { name: "CreateStack with a Ref to nothing", run: (c) => c.createStack({ StackName: "d", TemplateBody: dangling }) },
  {
    name: "CreateStack",
    run: async (c) => {
      await c.createStack({ StackName, TemplateBody: shop(1), Tags: [{ Key: "team", Value: "shop" }] });
      return settle(c, StackName);
    },
  },
  {
    name: "DescribeStacks",
    run: async (c) => {
      const [stack] = (await c.describeStacks({ StackName })).Stacks ?? [];
      const outputs = stack?.Outputs?.map(({ OutputKey, ExportName }) => [OutputKey, ExportName]);
      return { description: stack?.Description, outputs, tags: stack?.Tags };
    },
  },
  {
    name: "A NoEcho parameter",
    run: async (c) => (await c.describeStacks({ StackName })).Stacks?.[0]?.Parameters,
  },
  { name: "CreateStack of a name in use", run: (c) => c.createStack({ StackName, TemplateBody: shop(1) }) },
  {
    name: "DescribeStackEvents",
    run: async (c) => {
      const { StackEvents = [] } = await c.describeStackEvents({ StackName });
      return StackEvents.map((event) => `${event.LogicalResourceId} ${event.ResourceStatus}`).sort();
    },
  },
  {
    name: "ListStackResources",
    run: async (c) => {
      const { StackResourceSummaries = [] } = await c.listStackResources({ StackName });
      return StackResourceSummaries.map((one) => `${one.LogicalResourceId} ${one.ResourceType} ${one.ResourceStatus}`);
    },
  },
  {
    name: "GetTemplate",
    run: async (c) => JSON.parse((await c.getTemplate({ StackName })).TemplateBody ?? "null") as unknown,
  },
  {
    name: "GetTemplateSummary",
    run: async (c) => (await c.getTemplateSummary({ StackName })).ResourceTypes?.slice().sort(),
  },
  { name: "ListExports", run: async (c) => (await c.listExports({})).Exports?.map(({ Name }) => Name) },
  {
    name: "CreateChangeSet",
    run: async (c) => {
      const { Status, ExecutionStatus } = await made(c, "change", shop(2));
      return { Status, ExecutionStatus };
    },
  },
  {
    name: "The changes of a change set",
    run: async (c) => {
      const { Changes = [] } = await c.describeChangeSet({ StackName, ChangeSetName: "change" });
      return Changes.map(({ ResourceChange: r }) => `${r?.Action} ${r?.LogicalResourceId} ${r?.Replacement}`).sort();
    },
  },
  {
    name: "ExecuteChangeSet",
    run: async (c) => {
      await c.executeChangeSet({ StackName, ChangeSetName: "change" });
      return settle(c, StackName);
    },
  },
  {
    name: "CreateChangeSet without changes",
    run: async (c) => {
      const { Status, StatusReason } = await made(c, "same", shop(2));
      return { Status, StatusReason };
    },
  },
  { name: "UpdateStack without changes", run: (c) => c.updateStack({ StackName, TemplateBody: shop(2) }) },
  {
    name: "UpdateStack",
    run: async (c) => {
      await c.updateStack({ StackName, TemplateBody: shop(3) });
      return settle(c, StackName);
    },
  },
  { name: "CancelUpdateStack of a stack at rest", run: (c) => c.cancelUpdateStack({ StackName }) },
  { name: "ContinueUpdateRollback of a stack at rest", run: (c) => c.continueUpdateRollback({ StackName }) },
  {
    name: "DescribeEvents",
    run: async (c) => ((await c.describeEvents({ StackName })).OperationEvents?.length ?? 0) > 0,
  },
  {
    name: "DetectStackDrift",
    run: async (c) => typeof (await c.detectStackDrift({ StackName })).StackDriftDetectionId,
  },
  {
    name: "CreateChangeSet of a stack to be made",
    run: async (c) => {
      const { Status } = await made(c, "first", shop(1).replaceAll("shop-queue", "other"), true);
      return { Status, stack: (await c.describeStacks({ StackName: "shell" })).Stacks?.[0]?.StackStatus };
    },
  },
  {
    name: "UpdateTerminationProtection",
    run: async (c) => {
      await c.updateTerminationProtection({ StackName, EnableTerminationProtection: true });
      return "done";
    },
  },
  { name: "DeleteStack of a protected one", run: (c) => c.deleteStack({ StackName }).then(() => "done") },
  {
    name: "DeleteStack",
    run: async (c) => {
      const id = (await c.describeStacks({ StackName })).Stacks?.[0]?.StackId ?? "";
      await c.updateTerminationProtection({ StackName, EnableTerminationProtection: false }).catch(() => undefined);
      await c.deleteStack({ StackName });
      return settle(c, id);
    },
  },
  { name: "DescribeStacks of a deleted one by its name", run: (c) => c.describeStacks({ StackName }) },
];
