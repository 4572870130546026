import { DescribeTasksCommand, ExecuteCommandCommand, ListTasksCommand, type Task } from "@aws-sdk/client-ecs";
import { StartSessionCommand } from "@aws-sdk/client-ssm";
import { t } from "../../manifest/l10n";
import type { Cloud } from "../cloud";
import { DeployError } from "../errors";
import { clientOf } from "./clients";
import { idOfTask } from "./health";
import type { SessionPlugin } from "./plugin";
import type { Runnable, Service } from "./runnable";

type Running = Runnable & { readonly service: Service };

/** A program to start in a terminal: it holds the session, and ends with it. */
export interface SessionProcess {
  readonly file: string;
  readonly args: readonly string[];
  /** Beside the environment that there is. The session's token is in it, where no list of processes shows it. */
  readonly env: Readonly<Record<string, string>>;
  /** Which task it is of. */
  readonly task: string;
}

/** What the plugin looks for when it is told a name instead of an answer. */
const variable = "AWS_SSM_START_SESSION_RESPONSE";

/**
 * Opens a shell in a task, or runs a command there that wants a terminal. Throws a `DeployError` with
 * `shell-impossible` when the component was deployed without `exec`, or has no task that can be entered.
 * @param find looks for the plugin: nothing is opened that could not be used
 * @param task a task's id; the newest running one when absent
 */
export async function openShell(
  cloud: Cloud,
  running: Running,
  find: () => Promise<SessionPlugin>,
  { command, task }: { readonly command: string; readonly task?: string | undefined },
): Promise<SessionProcess> {
  const { component, cluster, container, service } = running;
  if (!service.exec) throw notSwitchedOn(component);
  const plugin = await find();
  const chosen = await enterable(cloud, running, task);
  const ecs = clientOf(cloud, "ecs");
  const answer = await ecs.send(
    new ExecuteCommandCommand({ cluster, task: chosen.arn, container, command, interactive: true }),
  );
  const { sessionId: SessionId, streamUrl: StreamUrl, tokenValue: TokenValue } = answer.session ?? {};
  const parameters = { Target: targetOf(cluster, chosen) };
  return processOf(cloud, plugin, { SessionId, StreamUrl, TokenValue }, parameters, chosen.id);
}

/** Where a tunnel leads: from a port of this machine, through a task, to what that task can reach. */
export interface TunnelEnds {
  readonly localPort: number;
  readonly host: string;
  readonly port: number;
}

/**
 * Leads a port of this machine through a task to a host that only tasks can reach. Nothing is opened to the world, and
 * the way is closed when the process ends.
 */
export async function openTunnel(
  cloud: Cloud,
  running: Running,
  find: () => Promise<SessionPlugin>,
  { localPort, host, port }: TunnelEnds,
): Promise<SessionProcess> {
  if (!running.service.exec) throw notSwitchedOn(running.component);
  const plugin = await find();
  const chosen = await enterable(cloud, running, undefined);
  const request = {
    Target: targetOf(running.cluster, chosen),
    DocumentName: "AWS-StartPortForwardingSessionToRemoteHost",
    Parameters: { host: [host], portNumber: [String(port)], localPortNumber: [String(localPort)] },
  };
  const { SessionId, StreamUrl, TokenValue } = await clientOf(cloud, "ssm").send(new StartSessionCommand(request));
  return processOf(cloud, plugin, { SessionId, StreamUrl, TokenValue }, request, chosen.id);
}

interface Answer {
  readonly SessionId: string | undefined;
  readonly StreamUrl: string | undefined;
  readonly TokenValue: string | undefined;
}

function processOf(
  { identity, endpoint }: Cloud,
  { file, takesVariable }: SessionPlugin,
  answer: Answer,
  request: object,
  task: string,
): SessionProcess {
  const text = JSON.stringify(answer);
  const { region, profile = "" } = identity;
  const address = endpoint ?? `https://ssm.${region}.amazonaws.com`;
  return {
    file,
    args: [takesVariable ? variable : text, region, "StartSession", profile, JSON.stringify(request), address],
    env: takesVariable ? { [variable]: text } : {},
    task,
  };
}

interface Enterable {
  readonly arn: string;
  readonly id: string;
  readonly runtimeId: string;
}

/** As Session Manager calls a container of a task. */
const targetOf = (cluster: string, { id, runtimeId }: Enterable): string => `ecs:${cluster}_${id}_${runtimeId}`;

/** The newest running task whose agent answers; ECS starts the agent some seconds after the container. */
async function enterable(cloud: Cloud, running: Running, wanted: string | undefined): Promise<Enterable> {
  const { component, cluster, container, service } = running;
  const ecs = clientOf(cloud, "ecs");
  const serviceName = service.arn.split("/").at(-1);
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, serviceName, desiredStatus: "RUNNING" }));
  const asked = wanted === undefined ? taskArns : taskArns.filter((arn) => idOfTask(arn).startsWith(wanted));
  const described = asked.length > 0 ? await ecs.send(new DescribeTasksCommand({ cluster, tasks: asked })) : undefined;
  const tasks = [...(described?.tasks ?? [])].sort((a, b) => timeOf(b) - timeOf(a));
  for (const { taskArn = "", containers = [] } of tasks) {
    const found = containers.find(({ name }) => name === container);
    const agent = found?.managedAgents?.find(({ name }) => name === "ExecuteCommandAgent");
    if (found?.runtimeId && agent?.lastStatus !== "STOPPED" && agent?.lastStatus !== "PENDING") {
      return { arn: taskArn, id: idOfTask(taskArn), runtimeId: found.runtimeId };
    }
  }
  throw new DeployError({
    code: "shell-impossible",
    message:
      wanted === undefined ? t`${component} has no running task.` : t`${component} has no running task ${wanted}.`,
    fix:
      tasks.length > 0 ? t`Its agent is not ready yet; try again in half a minute.` : t`Start one, or look at its log.`,
    component,
  });
}

const timeOf = ({ startedAt, createdAt }: Task): number => (startedAt ?? createdAt ?? new Date(0)).getTime();

function notSwitchedOn(component: string): DeployError {
  return new DeployError({
    code: "shell-impossible",
    message: t`${component} was deployed without the way into its tasks that this needs.`,
    fix: t`Set \`exec: true\` on ${component} in the manifest and deploy; it can be taken away again in the same way.`,
    component,
    path: ["components", component, "exec"],
  });
}
