import { json } from "../../hcl";
import { elsewhere, type Fields, type Kinds, list, type Turn } from "../source";
import { tags } from "../tags";
import { awsvpc, capacity } from "./containers";

const topic = "schedules.tf";

/** `[one]` as the one. */
const first =
  (attribute: string): Turn =>
  (value, source) => {
    const [only] = list(value);
    return only === undefined ? {} : { [attribute]: source.read(only) };
  };

const ecsParameters: Fields = {
  CapacityProviderStrategy: { block: "capacity_provider_strategy", fields: capacity },
  EnableECSManagedTags: "enable_ecs_managed_tags",
  EnableExecuteCommand: "enable_execute_command",
  LaunchType: "launch_type",
  NetworkConfiguration: awsvpc,
  PlatformVersion: "platform_version",
  PropagateTags: "propagate_tags",
  TaskCount: "task_count",
  TaskDefinitionArn: "task_definition_arn",
};

/** What starts at its time, and where starts that failed are put. */
export const scheduleKinds: Kinds = {
  "AWS::Scheduler::Schedule": {
    topic,
    type: "aws_scheduler_schedule",
    fields: {
      Description: "description",
      FlexibleTimeWindow: { block: "flexible_time_window", fields: { Mode: "mode" } },
      ScheduleExpression: "schedule_expression",
      ScheduleExpressionTimezone: "schedule_expression_timezone",
      State: "state",
      Target: {
        block: "target",
        fields: {
          Arn: "arn",
          DeadLetterConfig: { block: "dead_letter_config", fields: { Arn: "arn" } },
          EcsParameters: { block: "ecs_parameters", fields: ecsParameters },
          Input: "input",
          RetryPolicy: { block: "retry_policy", fields: { MaximumRetryAttempts: "maximum_retry_attempts" } },
          RoleArn: "role_arn",
        },
      },
    },
    also: (source) => ({ name: source.named(64) }),
  },
  "AWS::SQS::Queue": {
    topic,
    type: "aws_sqs_queue",
    ref: "url",
    attributes: { Arn: "arn" },
    fields: {
      MessageRetentionPeriod: "message_retention_seconds",
      SqsManagedSseEnabled: "sqs_managed_sse_enabled",
      Tags: tags,
    },
    also: (source) => ({ name_prefix: `${source.named(50)}-` }),
  },
  "AWS::SQS::QueuePolicy": {
    topic,
    type: "aws_sqs_queue_policy",
    fields: {
      PolicyDocument: (value, source) => ({ policy: json(source.read(value)) }),
      Queues: first("queue_url"),
      Tags: elsewhere,
    },
  },
};
