import { DescribeTasksCommand, RunTaskCommand, StopTaskCommand } from "@aws-sdk/client-ecs";
import { t } from "../../manifest/l10n";
import { type Cloud, isLoopback } from "../cloud";
import { DeployError } from "../errors";
import { pause } from "../pause";
import type { Failure } from "../types";
import { clientOf } from "./clients";
import { idOfTask, stoppedTask } from "./health";
import { type LogLine, readLogs } from "./logs";
import type { Runnable } from "./runnable";

export interface OneOff {
  readonly arn: string;
  /** What its log is called by. */
  readonly id: string;
  /** Milliseconds since 1970: its log begins here. */
  readonly startedAt: number;
}

export type OneOffOutcome =
  | { readonly ok: true; readonly exitCode: number }
  | { readonly ok: false; readonly failure: Failure; readonly exitCode?: number };

/**
 * Starts a task beside the running ones, with a component's image, variables, secrets and network, and a command of its
 * own. Costs what such a task costs, for as long as it runs. Throws a `DeployError` when ECS does not start it.
 * @param command as the container gets it, without a shell; empty: what the image or the manifest says
 */
export async function startOneOff(cloud: Cloud, runnable: Runnable, command: readonly string[]): Promise<OneOff> {
  const { component, cluster, container, network } = runnable;
  const answer = await clientOf(cloud, "ecs").send(
    new RunTaskCommand({
      cluster,
      taskDefinition: runnable.taskDefinition,
      launchType: "FARGATE",
      startedBy: "stackwright-run",
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: [...network.subnets],
          securityGroups: [...network.securityGroups],
          assignPublicIp: network.assignPublicIp,
        },
      },
      ...(command.length > 0
        ? { overrides: { containerOverrides: [{ name: container, command: [...command] }] } }
        : {}),
    }),
  );
  const [task] = answer.tasks ?? [];
  if (task?.taskArn) {
    const startedAt = (task.createdAt ?? new Date()).getTime();
    return { arn: task.taskArn, id: idOfTask(task.taskArn), startedAt };
  }
  const [reason] = answer.failures ?? [];
  throw new DeployError({
    code: "task-failed",
    message: t`ECS did not start a task of ${component}.`,
    fix: t`Its words say why; it may be a quota, or capacity that is short for a moment.`,
    component,
    raw: [reason?.reason, reason?.detail].filter((word) => word !== undefined).join(": "),
  });
}

/**
 * Watches a one-off task to its end and gives its lines as they come. The signal ends the watching, and with it the
 * task: nobody would look at it any more.
 */
export async function followOneOff(
  cloud: Cloud,
  runnable: Runnable,
  task: OneOff,
  write: (lines: readonly LogLine[]) => void,
  signal?: AbortSignal,
): Promise<OneOffOutcome> {
  const { component, cluster } = runnable;
  const ecs = clientOf(cloud, "ecs");
  const seen = new Set<string>();
  const readOn = async () => {
    // A log that cannot be read, or is not there yet, does not change how the task ended.
    try {
      for await (const batch of readLogs(cloud, runnable, { since: task.startedAt - 60_000, task: task.id })) {
        const fresh = batch.filter(({ id }) => !seen.has(id));
        for (const { id } of fresh) seen.add(id);
        if (fresh.length > 0) write(fresh);
      }
    } catch {}
  };
  for (;;) {
    const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: [task.arn] }));
    const [found] = tasks ?? [];
    await readOn();
    if (found === undefined || found.lastStatus === "STOPPED") {
      // The last lines arrive a moment after the container has ended.
      await pause(isLoopback(cloud.endpoint) ? 0 : 3_000);
      await readOn();
      return endingOf(component, found ? stoppedTask(found) : undefined);
    }
    await pause(isLoopback(cloud.endpoint) ? 250 : 2_000, signal);
    if (signal?.aborted) {
      await ecs.send(new StopTaskCommand({ cluster, task: task.arn, reason: t`stopped by the person who ran it` }));
      return { ok: false, failure: stoppedByPerson(component) };
    }
  }
}

function endingOf(component: string, task: ReturnType<typeof stoppedTask> | undefined): OneOffOutcome {
  if (task?.exitCode === 0) return { ok: true, exitCode: 0 };
  const { exitCode, reason = "" } = task ?? {};
  return {
    ok: false,
    ...(exitCode === undefined ? {} : { exitCode }),
    failure: {
      code: "task-failed",
      message:
        exitCode === undefined
          ? t`The task of ${component} could not run.`
          : t`The command ended with exit code ${exitCode}.`,
      fix: exitCode === undefined ? t`ECS's words say why.` : t`Its output says why.`,
      component,
      ...(reason === "" ? {} : { raw: reason }),
    },
  };
}

function stoppedByPerson(component: string): Failure {
  return {
    code: "task-failed",
    message: t`The task of ${component} was stopped before its end.`,
    fix: t`Run it again when it should run to its end.`,
    component,
  };
}
