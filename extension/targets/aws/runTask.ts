import type { Context } from "./context";
import type { Place } from "./draft";
import { attribute, ref, sub } from "./intrinsic";
import { addLogGroup } from "./logs";
import { wholePlace } from "./place";
import { addRole, allowStatement } from "./roles";
import { handler } from "./runTaskHandler";
import type { Value } from "./template";

/** A task that runs to its end in the middle of a deployment, and stops the deployment when it fails. */
export interface TaskRun {
  readonly id: string;
  /** Id of the task definition; a new revision of it means a new run. */
  readonly taskDefinition: string;
  /** As in `Fn::Sub`. */
  readonly family: string;
  /** Ids of the roles that the task definition hands to ECS. */
  readonly roles: readonly string[];
  readonly container: string;
  readonly command?: Value;
  /** Id of the security group. */
  readonly securityGroup: string;
  readonly subnets: readonly Value[];
  readonly publicIp: boolean;
  readonly dependsOn: readonly string[];
}

const runner = "TaskRunner";
/** Lambda's longest, in seconds. */
const longest = 900;

/** @returns the id, for what must wait until the task has succeeded */
export function addTaskRun({ draft, runs }: Context, place: Place, run: TaskRun): string {
  runs.push(run);
  return draft.add(
    place,
    run.id,
    "Custom::RunTask",
    {
      ServiceToken: attribute(runner, "Arn"),
      ServiceTimeout: longest + 60,
      Cluster: ref("Cluster"),
      TaskDefinition: ref(run.taskDefinition),
      Container: run.container,
      ...(run.command !== undefined && { Command: run.command }),
      Subnets: run.subnets,
      SecurityGroups: [ref(run.securityGroup)],
      AssignPublicIp: run.publicIp ? "ENABLED" : "DISABLED",
    },
    { dependsOn: run.dependsOn },
  );
}

/** The function behind all runs, when there is one. It may run these task definitions, and nothing else. */
export function addTaskRunner(context: Context): void {
  const { draft, runs } = context;
  if (runs.length === 0) return;
  const arn = (resource: string) => sub(`arn:\${AWS::Partition}:ecs:\${AWS::Region}:\${AWS::AccountId}:${resource}`);
  const inCluster = { ArnEquals: { "ecs:cluster": attribute("Cluster", "Arn") } };
  const logGroup = addLogGroup(draft, wholePlace, `${runner}Logs`);
  const role = addRole(context, wholePlace, `${runner}Role`, "lambda.amazonaws.com", "Runs tasks during a deployment", [
    allowStatement(
      ["ecs:RunTask"],
      runs.map((run) => arn(`task-definition/${run.family}:*`)),
      inCluster,
    ),
    allowStatement(["ecs:DescribeTasks", "ecs:StopTask"], [arn(`task/\${Cluster}/*`)], inCluster),
    allowStatement(["ecs:TagResource"], [arn(`task/\${Cluster}/*`)], {
      StringEquals: { "ecs:CreateAction": "RunTask" },
    }),
    allowStatement(
      ["iam:PassRole"],
      runs.flatMap((run) => run.roles.map((id) => attribute(id, "Arn"))),
      {
        StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" },
      },
    ),
    allowStatement(["cloudformation:DescribeStacks"], [ref("AWS::StackId")]),
    allowStatement(["logs:CreateLogStream", "logs:PutLogEvents"], [attribute(logGroup, "Arn")]),
  ]);
  draft.add(wholePlace, runner, "AWS::Lambda::Function", {
    Description: "Runs a task to its end for CloudFormation, and says why when it fails",
    Runtime: "nodejs24.x",
    Architectures: ["arm64"],
    Handler: "index.handler",
    Code: { ZipFile: handler },
    Role: attribute(role, "Arn"),
    Timeout: longest,
    MemorySize: 256,
    LoggingConfig: { LogGroup: ref(logGroup) },
  });
}
