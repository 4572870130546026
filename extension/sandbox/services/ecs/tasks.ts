import { randomUUID } from "node:crypto";
import { present } from "../../containers/present";
import { definitionOf, placedTasks, taskArn } from "../../containers/running";
import { statusOf } from "../../containers/tasks";
import { tick } from "../../engine/context";
import { CloudError } from "../../wire/cloudError";
import type { JsonCall, JsonOperation } from "../jsonOperation";
import { jsonPage } from "../jsonPage";
import { lastPart } from "../resources";
import { clusterOf, invalid } from "./find";
import { showTask } from "./show";

/** ECS shows a task for about an hour after its end. */
const SHOWN = 60 * 60 * 1000;

/** The tasks of the cluster that a request means, as far as they have begun and are still shown. */
function tasksIn({ service, region, ...call }: JsonCall) {
  const cluster = clusterOf({ service, region, ...call });
  const now = present(service);
  return placedTasks(service, region).filter(
    ({ task, cluster: own }) =>
      own === cluster && task.createdAt <= now && (task.stoppedAt === undefined || now - task.stoppedAt < SHOWN),
  );
}

export const listTasks: JsonOperation = (call) => {
  const { input, service } = call;
  const now = present(service);
  const name = input.text("serviceName");
  const family = input.text("family");
  const startedBy = input.text("startedBy");
  const wanted = input.text("desiredStatus") ?? "RUNNING";
  const found = tasksIn(call).filter(
    (placed) =>
      (name === undefined || placed.group === `service:${lastPart(name)}`) &&
      (family === undefined || lastPart(placed.task.taskDefinition).startsWith(`${family}:`)) &&
      (startedBy === undefined || placed.startedBy === startedBy) &&
      (wanted === "STOPPED") === (placed.task.stoppingAt !== undefined && placed.task.stoppingAt <= now),
  );
  const { items, nextToken } = jsonPage(
    call,
    found.map(({ arn }) => arn),
    input.number("maxResults") ?? 100,
  );
  return { taskArns: items, nextToken };
};

export const describeTasks: JsonOperation = (call) => {
  const { input, service, region } = call;
  const wanted = input.texts("tasks") ?? [];
  if (wanted.length === 0 || wanted.length > 100) {
    throw invalid(wanted.length === 0 ? "Tasks cannot be empty." : "Tasks cannot have more than 100 elements.");
  }
  const all = tasksIn(call);
  const found = wanted.map((name) => [name, all.find(({ task }) => task.id === lastPart(name))] as const);
  return {
    tasks: found.flatMap(([, placed]) => (placed ? [showTask(placed, service, region)] : [])),
    failures: found.flatMap(([name, placed]) => (placed ? [] : [{ arn: name, reason: "MISSING" }])),
  };
};

/** Begins a task beside those of services. It ends by itself: the Sandbox has no container that could go on. */
export const runTask: JsonOperation = (call) => {
  const { input, service, region } = call;
  const cluster = clusterOf(call);
  const name = input.text("taskDefinition") ?? "";
  const definition = definitionOf(service, region, name);
  if (!definition) {
    throw new CloudError("ClientException", "TaskDefinition not found.");
  }
  if ((input.number("count") ?? 1) !== 1) {
    throw invalid("The Stackwright Sandbox runs one task with each call.");
  }
  const [override] = input.nested("overrides")?.list("containerOverrides") ?? [];
  const command = override?.texts("command");
  const startedBy = input.text("startedBy");
  const id = randomUUID().replaceAll("-", "");
  const arn = taskArn(service, region, cluster, id);
  service.containers.add({
    arn,
    cluster,
    taskDefinition: definition.resource.physicalId,
    at: present(service),
    exitCode: exitCodeOf(command),
    ...(command ? { command } : {}),
    ...(startedBy === undefined ? {} : { startedBy }),
  });
  return { tasks: showNamed(call, [id]), failures: [] };
};

/** A command that says itself how it ends ends so; any other is said to have gone well. */
function exitCodeOf(command: readonly string[] = []): number {
  const text = command.join(" ");
  const said = /\bexit (\d{1,3})\b/.exec(text)?.[1];
  return said === undefined ? Number(text === "false") : Number(said);
}

export const stopTask: JsonOperation = (call) => {
  const { input, service } = call;
  const id = lastPart(input.text("task") ?? "");
  const placed = tasksIn(call).find(({ task }) => task.id === id);
  if (!placed) {
    throw invalid("The referenced task was not found.");
  }
  const now = present(service);
  const reason = input.text("reason") ?? "Task stopped by user";
  const { service: running, arn, task } = placed;
  if (running && statusOf(task, now) !== "STOPPED") {
    const { stopped } = running.record;
    const { stack } = running.made;
    const at = tick(stack, service);
    service.store.save(stack);
    service.containers.change(running.arn, { stopped: [...stopped, { task: id, at, reason }] }, at);
  }
  const alone = service.containers.oneOffs.find((record) => record.arn === arn);
  if (alone && !alone.stopped && statusOf(task, now) !== "STOPPED") {
    service.containers.stop(alone, now, reason);
  }
  return { task: showNamed(call, [id])[0] };
};

function showNamed(call: JsonCall, ids: readonly string[]) {
  return tasksIn(call)
    .filter(({ task }) => ids.includes(task.id))
    .map((placed) => showTask(placed, call.service, call.region));
}

export const executeCommand: JsonOperation = () => {
  throw invalid(
    "The Stackwright Sandbox runs no container, so there is nothing that a command could run in. Deploy to AWS to use it.",
  );
};
