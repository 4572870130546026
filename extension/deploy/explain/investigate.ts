import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { DescribeTasksCommand } from "@aws-sdk/client-ecs";
import { t } from "../../manifest/l10n";
import type { Cloud } from "../cloud";
import { explainReason } from "../explainReason";
import type { FailureCode } from "../failureCodes";
import { clientOf } from "../operate/clients";
import { stoppedOf, stoppedTask } from "../operate/health";
import { type Inventory, inventoryOf, partNamed } from "../operate/inventory";
import { type Logged, readLogs } from "../operate/logs";
import { failedResource, type OriginOf } from "../rootCause";
import { resourceIn } from "../template";
import type { Failure, StoppedTask } from "../types";

/** Lines of a log. More is for `stackwright logs`. */
const mostLines = 20;
/** Milliseconds before a task's end within which what it wrote counts. */
const lookBack = 20 * 60_000;
/** Milliseconds. An explanation that comes late is of no use to somebody who waits for it. */
const patience = 15_000;

/** What CloudFormation says of these failures only says that something in a container went wrong. */
const vague: ReadonlySet<FailureCode> = new Set<FailureCode>([
  "container-exited",
  "not-stabilized",
  "health-check-failed",
  "task-failed",
  "custom-resource-failed",
  "deployment-failed",
]);

/**
 * Asks ECS and its logs why a service did not come up, or why a command ended a deployment, and says it more exactly
 * than CloudFormation does. Whatever cannot be asked (the tasks are forgotten, the log is gone, there is no permission)
 * leaves the failure as it was: this never throws, and never takes longer than fifteen seconds.
 */
export async function investigate(
  cloud: Cloud,
  stackId: string,
  cause: StackEvent,
  failure: Failure,
  originOf: OriginOf,
): Promise<Failure> {
  const type = cause.ResourceType ?? "";
  if (type !== "AWS::ECS::Service" && type !== "Custom::RunTask") return failure;
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve(failure), patience);
  });
  try {
    return await Promise.race([look(cloud, stackId, cause, failure, originOf), tired]);
  } catch {
    return failure;
  } finally {
    clearTimeout(timer);
  }
}

async function look(cloud: Cloud, stackId: string, cause: StackEvent, failure: Failure, originOf: OriginOf) {
  const inventory = await inventoryOf(cloud, stackId);
  const task = await taskBehind(cloud, inventory, cause);
  const log = task && (await lastLines(cloud, loggedBy(inventory, cause), task).catch(() => []));
  const evidence = { ...(task && { task }), ...(log && log.length > 0 && { log }) };
  if (!task || !vague.has(failure.code)) return { ...failure, ...evidence };
  const said = [task.reason, exitWords(task), ...(log ?? [])].join("\n");
  const resource = failedResource(cause, originOf);
  const exact = explainReason(said, { resource });
  const isMore = exact.code !== "deployment-failed";
  const { message, fix, code, path } = isMore ? exact : failure;
  return {
    ...failure,
    code,
    message: task.exitCode ? message.replace(/\.$/, ` (exit code ${task.exitCode}).`) : message,
    fix,
    ...(path && { path }),
    ...evidence,
  };
}

const exitWords = ({ exitCode }: StoppedTask): string => (exitCode === undefined ? "" : t`exit code: ${exitCode}`);

/** Of a service, the task that stopped last; of a command, the one that the function's message names. */
async function taskBehind(cloud: Cloud, inventory: Inventory, cause: StackEvent): Promise<StoppedTask | undefined> {
  const cluster = inventory.parts.find(({ resourceType }) => resourceType === "AWS::ECS::Cluster")?.physicalId;
  if (cluster === undefined) return undefined;
  const named = /\bTask ([0-9a-f]{8,})\b/.exec(cause.ResourceStatusReason ?? "")?.[1];
  if (named !== undefined) {
    const { tasks = [] } = await clientOf(cloud, "ecs").send(new DescribeTasksCommand({ cluster, tasks: [named] }));
    const [found] = tasks;
    return found && stoppedTask(found);
  }
  const arn = cause.PhysicalResourceId ?? "";
  if (cause.ResourceType !== "AWS::ECS::Service" || arn === "") return undefined;
  const [latest] = await stoppedOf(cloud, { cluster, service: { arn } });
  return latest;
}

function loggedBy(inventory: Inventory, cause: StackEvent): Logged | undefined {
  const component = partNamed(inventory, cause.LogicalResourceId ?? "")?.component;
  if (component === undefined) return undefined;
  const own = inventory.parts.filter((part) => part.component === component);
  const logGroup = own.find(
    ({ resourceType, logicalId }) => resourceType === "AWS::Logs::LogGroup" && logicalId.endsWith("LogGroup"),
  )?.physicalId;
  if (logGroup === undefined) return undefined;
  const asked = resourceIn(inventory.template, cause.LogicalResourceId ?? "")?.Properties?.["Container"];
  return { component, container: typeof asked === "string" ? asked : component, logGroup };
}

async function lastLines(cloud: Cloud, logged: Logged | undefined, task: StoppedTask): Promise<readonly string[]> {
  if (logged === undefined) return [];
  const lines: string[] = [];
  for await (const batch of readLogs(cloud, logged, { since: Date.parse(task.at) - lookBack, task: task.id })) {
    lines.push(...batch.map(({ text }) => text));
    lines.splice(0, lines.length - mostLines);
  }
  return lines;
}
