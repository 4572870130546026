import { createHash } from "node:crypto";
import type { Service } from "../service";
import { present } from "./present";
import { type Container, containersOf, definitionOf, type PlacedTask, placedTasks } from "./running";

/** A stream of a log group: what one container of one task has written. Times are milliseconds since 1970. */
export interface LogStream {
  /** `web/web/0123456789abcdef`. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly container: Container;
  readonly placed: PlacedTask;
}

export interface Line {
  /** Stays the same however often it is read, and no other line of the group has it. */
  readonly id: string;
  readonly at: number;
  readonly stream: string;
  readonly text: string;
}

/** Milliseconds between two lines of a container that runs. */
const PACE = 5_000;
/** How far back a container's lines go; a Sandbox that is left on must not drown who reads its logs. */
const KEPT = 24 * 60 * 60 * 1000;

/** The streams of a log group, those that began first first. */
export function streamsOf(service: Service, region: string, group: string): readonly LogStream[] {
  const now = present(service);
  return placedTasks(service, region)
    .flatMap((placed) => {
      const { task } = placed;
      const { startedAt } = task;
      if (startedAt === undefined || startedAt > now) {
        return [];
      }
      const to = Math.min(now, task.stoppedAt ?? now);
      const containers = containersOf(definitionOf(service, region, task.taskDefinition));
      return containers
        .filter(({ log }) => log?.group === group && now - to < KEPT)
        .map((container): LogStream => {
          const name = `${container.log?.prefix}/${container.name}/${task.id}`;
          return { name, from: startedAt, to, container, placed };
        });
    })
    .sort((a, b) => a.from - b.from);
}

/** What a stream has between two moments, both included. Worked out, not kept: the same moment has the same line. */
export function linesOf(stream: LogStream, from: number, to: number, now: number): readonly Line[] {
  const oldest = Math.max(from, now - KEPT);
  const lines = [...opening(stream), ...repeated(stream, oldest, to), ...closing(stream)];
  return lines
    .filter(([at]) => at >= oldest && at <= to && at <= stream.to)
    .sort(([a], [b]) => a - b)
    .map(([at, text, order]) => ({ id: idOf(stream, at, order), at, stream: stream.name, text }));
}

/** When, what, and which of those at the same time. */
type Draft = readonly [at: number, text: string, order: number];

function opening({ from, container, placed }: LogStream): readonly Draft[] {
  const { port, image } = container;
  const { command } = placed;
  return [
    [from, `Stackwright Sandbox: a simulation of ${image}. No container runs, and these lines are made up.`, 0],
    ...(command ? [[from, `Command: ${command.join(" ")}`, 1] as const] : []),
    ...(port === undefined ? [] : [[from, `Listening on port ${port}`, 2] as const]),
  ];
}

function repeated({ name, from, to, container, placed }: LogStream, since: number, until: number): readonly Draft[] {
  if (placed.service === undefined || placed.task.stop?.code === "EssentialContainerExited") {
    return [];
  }
  const first = Math.max(1, Math.ceil((since - from) / PACE));
  const last = Math.floor((Math.min(to, until, placed.task.stoppingAt ?? to) - from) / PACE);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index): Draft => {
    const number = first + index;
    const chance = createHash("sha256").update(`${name} ${number}`).digest();
    const took = 3 + ((chance[0] ?? 0) % 90);
    const id = chance.toString("hex", 1, 5);
    const text =
      container.port === undefined ? `Job ${id} done in ${took * 10} ms` : `GET / 200 ${took} ms request=${id}`;
    return [from + number * PACE, text, 3];
  });
}

function closing({ to, placed }: LogStream): readonly Draft[] {
  const { stop, stoppingAt, stoppedAt } = placed.task;
  if (stop?.code === "EssentialContainerExited" && stoppedAt !== undefined) {
    return stoppedAt > to ? [] : [[stoppedAt, stop.detail ?? `Exited with code ${stop.exitCode ?? 0}`, 4]];
  }
  return stoppingAt === undefined ? [] : [[stoppingAt, "Received SIGTERM, shutting down", 4]];
}

/** CloudWatch's are numbers of 56 digits. */
function idOf({ name }: LogStream, at: number, order: number): string {
  const number = BigInt(`0x${createHash("sha256").update(name).digest("hex").slice(0, 24)}`);
  return `${String(at).padStart(15, "3")}${order}${number}`.padEnd(56, "0").slice(0, 56);
}
