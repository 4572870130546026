import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import { type Cloud, isLoopback } from "./cloud";
import { DeployError } from "./errors";
import { explain } from "./explain";
import { contextOf } from "./failing";
import type { FailureCode } from "./failureCodes";
import type { Host, MessageData, ResourceEvent } from "./messages";
import { type EventCursor, newEvents } from "./newEvents";
import { backOff, jitter, paceOf } from "./pace";
import { pause } from "./pause";
import { type Expected, ProgressCounter } from "./progress";
import { resourceEvent } from "./resourceEvent";
import { causeIn, isFailure, isOwnStack, type OriginOf, rootCause } from "./rootCause";
import { say } from "./say";
import { isSettled } from "./stackStatus";

export interface WatchOptions {
  readonly stackName: string;
  readonly stackId: string;
  /** By the cloud's clock: earlier events are not of this operation. */
  readonly since: Date;
  /** The client request token that the operation was asked for with; undefined: see `EventCursor`. */
  readonly token: string | undefined;
  /** The operation is to delete the stack: see `EventCursor`. Nothing else than a deletion ends it. */
  readonly deletion?: boolean;
  /** Events that are known to be of something earlier, by id. */
  readonly known?: readonly string[];
  /** Resources that the operation is going to touch. */
  readonly expected: readonly Expected[];
  readonly originOf: OriginOf;
  /** Told of each event of a resource, after the host, until the stack goes back. */
  readonly resource?: (event: ResourceEvent) => void;
  /** Told as soon as the failure is seen that the others follow from, while what caused it can still be looked at. */
  readonly failed?: (cause: StackEvent) => void;
}

/**
 * What watching came to: the stack's final status, or undefined when the signal came first, or another operation before
 * this one had ended. Events oldest first.
 */
export interface Watched {
  readonly status: string | undefined;
  readonly overtaken?: true;
  readonly events: readonly StackEvent[];
}

/** What passes by itself, or once the person has signed in again. The cloud goes on meanwhile. */
const passing: Partial<Record<FailureCode, MessageData["paused"]["cause"]>> = {
  throttled: "throttled",
  unreachable: "network",
  "unknown-host": "network",
  timeout: "network",
  "service-unavailable": "network",
  "credentials-expired": "credentials",
};

/**
 * Watches a stack's operation to its end, however long that takes, and tells the host of each event once. The signal
 * ends the watching, not the operation. Throws when watching is not permitted.
 */
export async function watch(cloud: Cloud, host: Host, options: WatchOptions, signal?: AbortSignal): Promise<Watched> {
  const { stackId, since, token, originOf, deletion = false } = options;
  const cursor: EventCursor = { stackId, since, token, deletion, seen: new Set(options.known), back: new Set() };
  const progress = new ProgressCounter(options.expected);
  const events: StackEvent[] = [];
  const loopback = isLoopback(cloud.endpoint);
  const patience = new Patience(cloud, host);
  const begun = performance.now();
  let goingBack = false;
  while (!signal?.aborted) {
    const fresh = await patience.attempt(() => newEvents(cloud, cursor));
    for (const event of fresh ?? []) {
      events.push(event);
      if (isFailure(event) && causeIn(events) === event) options.failed?.(event);
      const status: string = event.ResourceStatus ?? "";
      if (!isOwnStack(event)) {
        const told = resourceEvent(event, originOf, goingBack);
        say(host, "resource", { event: told, step: progress.count(told, goingBack) });
        if (!goingBack) options.resource?.(told);
      } else if (isSettled(status) && (!deletion || status.startsWith("DELETE_"))) {
        return { status, events };
      } else if (!goingBack && /^(UPDATE_)?ROLLBACK_IN_PROGRESS$/.test(status)) {
        goingBack = true;
        say(host, "rolling-back", { stackName: options.stackName, failure: rootCause(events, originOf) });
      }
    }
    if (fresh && cursor.overtaken) return { status: undefined, overtaken: true, events };
    const remaining = goingBack ? undefined : progress.remaining;
    const usual = paceOf({ elapsed: performance.now() - begun, remaining, loopback });
    await pause(jitter(backOff(usual, patience.failures), Math.random()), signal);
  }
  say(host, "detached", { stackName: options.stackName });
  return { status: undefined, events };
}

/** Tries again what passes, tells once that it does, and tells when it works again. */
class Patience {
  failures = 0;
  #pausedAt: number | undefined;

  constructor(
    private readonly cloud: Cloud,
    private readonly host: Host,
  ) {}

  async attempt<Result>(step: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await step();
      this.failures = 0;
      if (this.#pausedAt !== undefined) {
        say(this.host, "resumed", { seconds: Math.round((performance.now() - this.#pausedAt) / 1000) });
        this.#pausedAt = undefined;
      }
      return result;
    } catch (error) {
      const failure = explain(error, contextOf(this.cloud));
      const cause = passing[failure.code];
      if (cause === undefined) {
        const fix = t`${failure.fix} The operation itself goes on in the cloud.`;
        throw new DeployError({ ...failure, fix }, { cause: error });
      }
      this.failures++;
      if (this.#pausedAt === undefined) {
        this.#pausedAt = performance.now();
        say(this.host, "paused", { cause, failure });
      }
      return undefined;
    }
  }
}
