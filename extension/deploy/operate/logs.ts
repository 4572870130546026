import {
  DescribeLogStreamsCommand,
  type FilteredLogEvent,
  FilterLogEventsCommand,
  type FilterLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import { t } from "../../manifest/l10n";
import { type Cloud, isLoopback } from "../cloud";
import { DeployError } from "../errors";
import { explain } from "../explain";
import { contextOf } from "../failing";
import { backOff } from "../pace";
import { pause } from "../pause";
import { redact } from "../redact";
import { clientOf } from "./clients";
import { idOfTask } from "./health";
import type { Runnable } from "./runnable";

export interface LogLine {
  /** CloudWatch's own name of it: no two lines have the same. */
  readonly id: string;
  /** ISO 8601, as the container's host said it. */
  readonly at: string;
  /** The task's id. */
  readonly task: string;
  /** What looks like a secret is masked. */
  readonly text: string;
}

export interface LogOptions {
  /** Milliseconds since 1970, by the cloud's clock. */
  readonly since: number;
  /** CloudWatch's filter pattern: words, `"a phrase"`, `{ $.level = "error" }`. */
  readonly filter?: string;
  /** A task's id, or its beginning. */
  readonly task?: string;
}

/** What is needed to read a log. */
export type Logged = Pick<Runnable, "component" | "container" | "logGroup">;

/** Milliseconds. CloudWatch takes lines out of order and late; what is younger than this is read again. */
const overlap = 10_000;
const usualDelay = 2_000;

/** All lines since a moment, oldest first, in pieces as they come. */
export async function* readLogs(cloud: Cloud, runnable: Logged, options: LogOptions): AsyncGenerator<LogLine[]> {
  for await (const events of pages(cloud, runnable, options, options.since)) yield events.map(lineOf);
}

/**
 * As `readLogs`, and then what is written from then on, each line once, until the signal comes. What passes, such as a
 * lost network, is waited out; `paused` is told once why. Throws a `DeployError` for what does not pass.
 */
export async function* followLogs(
  cloud: Cloud,
  runnable: Runnable,
  options: LogOptions,
  signal: AbortSignal,
  paused: (reason: string) => void = () => undefined,
): AsyncGenerator<LogLine[]> {
  const seen = new Map<string, number>();
  let from = options.since;
  let failures = 0;
  while (!signal.aborted) {
    try {
      for await (const events of pages(cloud, runnable, options, from)) {
        const fresh = events.filter(({ eventId = "" }) => !seen.has(eventId));
        for (const { eventId = "", timestamp = 0 } of fresh) seen.set(eventId, timestamp);
        if (fresh.length > 0) yield fresh.map(lineOf);
        if (signal.aborted) return;
      }
      failures = 0;
    } catch (error) {
      const failure = explain(error, contextOf(cloud));
      if (!passing.has(failure.code)) throw error;
      if (failures === 0) paused(`${failure.message} ${failure.fix}`);
      failures++;
    }
    const newest = Math.max(from, ...seen.values());
    from = Math.max(options.since, newest - overlap);
    for (const [id, at] of seen) if (at < from) seen.delete(id);
    await pause(backOff(isLoopback(cloud.endpoint) ? 250 : usualDelay, failures), signal);
  }
}

const passing = new Set(["throttled", "unreachable", "unknown-host", "timeout", "service-unavailable"]);

async function* pages(
  cloud: Cloud,
  { component, container, logGroup }: Logged,
  { filter, task }: LogOptions,
  startTime: number,
): AsyncGenerator<FilteredLogEvent[]> {
  if (logGroup === undefined) throw noLog(component);
  const logs = clientOf(cloud, "logs");
  let nextToken: string | undefined;
  do {
    const command = new FilterLogEventsCommand({
      logGroupName: logGroup,
      startTime,
      ...(filter === undefined ? {} : { filterPattern: filter }),
      ...(task === undefined ? {} : { logStreamNamePrefix: `${container}/${container}/${task}` }),
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    const page: FilterLogEventsCommandOutput = await logs.send(command);
    const events = page.events ?? [];
    if (events.length > 0) yield events;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
}

/** The tasks that have written a log, those that wrote last first: running ones and those before them. */
export async function tasksWithLogs(cloud: Cloud, { component, logGroup }: Runnable): Promise<readonly string[]> {
  if (logGroup === undefined) throw noLog(component);
  const command = new DescribeLogStreamsCommand({
    logGroupName: logGroup,
    orderBy: "LastEventTime",
    descending: true,
    limit: 50,
  });
  const { logStreams = [] } = await clientOf(cloud, "logs").send(command);
  return logStreams.map(({ logStreamName }) => idOfTask(logStreamName)).filter((id) => id !== "");
}

function lineOf({ eventId = "", timestamp = 0, logStreamName, message = "" }: FilteredLogEvent): LogLine {
  return {
    id: eventId,
    at: new Date(timestamp).toISOString(),
    task: idOfTask(logStreamName),
    text: redact(message.replace(/\r?\n$/, "")),
  };
}

function noLog(component: string): DeployError {
  return new DeployError({
    code: "no-log",
    message: t`${component} has no log group in this stack.`,
    fix: t`Deploy it again; an override in the manifest may have taken the log away.`,
    component,
  });
}
