import type { Cron } from "../../../manifest/app";
import { capacityOf } from "../cluster";
import type { Context } from "../context";
import { attribute, ref, sub } from "../intrinsic";
import { idOf } from "../logicalId";
import { at } from "../place";
import { addRole, allowStatement } from "../roles";
import { SynthesisError } from "../synthesisError";
import { addTaskDefinition, familyOf } from "../taskDefinition";
import type { Properties, Value } from "../template";
import { toAwsCron } from "./awsCron";
import { addFailedStarts } from "./failedStarts";

/** A job: a task that EventBridge Scheduler starts. */
export function addCron(context: Context, cron: Cron): void {
  const { draft } = context;
  const place = at(cron.name, "schedule");
  const ready = addTaskDefinition(context, cron, []);
  const roleArn = (role: "ExecutionRole" | "TaskRole") => attribute(idOf(cron.name, role), "Arn");
  const family = `arn:\${AWS::Partition}:ecs:\${AWS::Region}:\${AWS::AccountId}:task-definition/${familyOf(cron.name)}:*`;
  const task = sub(`arn:\${AWS::Partition}:ecs:\${AWS::Region}:\${AWS::AccountId}:task/\${Cluster}/*`);
  const failed = attribute(addFailedStarts(context, cron), "Arn");
  const role = addRole(
    context,
    at(cron.name),
    idOf(cron.name, "ScheduleRole"),
    "scheduler.amazonaws.com",
    `Starts ${cron.name} on its schedule`,
    [
      allowStatement(["ecs:RunTask"], [sub(family)], { ArnEquals: { "ecs:cluster": attribute("Cluster", "Arn") } }),
      allowStatement(["ecs:TagResource"], [task], { StringEquals: { "ecs:CreateAction": "RunTask" } }),
      allowStatement(["iam:PassRole"], [roleArn("ExecutionRole"), roleArn("TaskRole")], {
        StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" },
      }),
      allowStatement(["sqs:SendMessage"], [failed]),
    ],
  );
  const [first, second] = translate(cron);
  const target = {
    ...(second === undefined ? plainTarget(context, cron) : onceTarget(context, cron)),
    RoleArn: attribute(role, "Arn"),
    RetryPolicy: { MaximumRetryAttempts: cron.retries },
    DeadLetterConfig: { Arn: failed },
  };
  const add = (id: string, expression: string) =>
    draft.add(
      place,
      id,
      "AWS::Scheduler::Schedule",
      {
        Description: `${cron.name}: ${cron.schedule}`,
        ScheduleExpression: expression,
        ScheduleExpressionTimezone: cron.timezone,
        FlexibleTimeWindow: { Mode: "OFF" },
        State: "ENABLED",
        Target: target,
      },
      { dependsOn: ready },
    );
  add(idOf(cron.name, "Schedule"), first);
  if (second !== undefined) add(idOf(cron.name, "ScheduleByWeekday"), second);
}

function translate(cron: Cron): ReturnType<typeof toAwsCron> {
  try {
    return toAwsCron(cron.schedule);
  } catch (error) {
    if (!(error instanceof SynthesisError)) throw error;
    throw new SynthesisError(error.code, error.message, at(cron.name, "schedule").path, cron.name);
  }
}

function plainTarget({ network }: Context, cron: Cron): Properties {
  return {
    Arn: attribute("Cluster", "Arn"),
    EcsParameters: {
      TaskDefinitionArn: ref(idOf(cron.name, "TaskDefinition")),
      TaskCount: 1,
      ...capacityOf(cron),
      ...(cron.exec && { EnableExecuteCommand: true }),
      PlatformVersion: "LATEST",
      EnableECSManagedTags: true,
      PropagateTags: "TASK_DEFINITION",
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: network.taskPublicIp ? "ENABLED" : "DISABLED",
          SecurityGroups: [ref(idOf(cron.name, "SecurityGroup"))],
          Subnets: network.taskSubnets,
        },
      },
    },
  };
}

/**
 * The same, for two schedules that may fire at the same moment: the moment is ECS's token for the run, so that the
 * second of them finds the task of the first.
 */
function onceTarget({ network }: Context, cron: Cron): Properties {
  const subnets = network.taskSubnets.map((subnet): Value => subnet);
  const input = {
    Cluster: `\${Cluster}`,
    TaskDefinition: `\${${idOf(cron.name, "TaskDefinition")}}`,
    ...capacityOf(cron),
    ...(cron.exec && { EnableExecuteCommand: true }),
    ClientToken: "<aws.scheduler.scheduled-time>",
    EnableECSManagedTags: true,
    PropagateTags: "TASK_DEFINITION",
    NetworkConfiguration: {
      AwsvpcConfiguration: {
        AssignPublicIp: network.taskPublicIp ? "ENABLED" : "DISABLED",
        SecurityGroups: [`\${${idOf(cron.name, "SecurityGroup")}.GroupId}`],
        Subnets: subnets.map(inSub),
      },
    },
  };
  return { Arn: sub(`arn:\${AWS::Partition}:scheduler:::aws-sdk:ecs:runTask`), Input: sub(JSON.stringify(input)) };
}

/** A subnet's id, or the reference to one, inside `Fn::Sub`. */
function inSub(value: Value): string {
  return typeof value === "object" && "Ref" in value ? `\${${String(value["Ref"])}}` : String(value);
}
