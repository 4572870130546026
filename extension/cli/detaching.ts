import type { Host, Message } from "../deploy/messages";
import type { Failure } from "../deploy/types";
import type { OpenCloud } from "./openCloud";
import type { Options } from "./parseArguments";
import type { Session } from "./session";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage";

/** The first that is said once the cloud has taken an operation over. */
const begun: ReadonlySet<Message["code"]> = new Set(["deploying", "destroying"]);

export interface Detaching {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** Whether the operation was left on purpose; then it is said how it is followed. */
  isLeft(failure: Failure): boolean;
}

/**
 * With `--detach`, stops watching as soon as the cloud has begun; otherwise nothing changes. Throws a `UsageError` where
 * nothing would go on: the Sandbox of this very command ends with it.
 */
export function detaching(
  options: Pick<Options, "detach" | "json">,
  open: OpenCloud,
  session: Session,
  terminal: Terminal,
  signal: AbortSignal,
): Detaching {
  if (!options.detach) return { host: session, signal, isLeft: () => false };
  if (open.ownsSandbox) {
    throw new UsageError("--detach needs a cloud that goes on: serve the Sandbox with stackwright sandbox first.");
  }
  const left = new AbortController();
  return {
    host: {
      notify: (message) => {
        session.notify(message);
        if (begun.has(message.code)) left.abort();
      },
    },
    signal: AbortSignal.any([signal, left.signal]),
    isLeft: (failure) => {
      if (failure.code !== "detached" || signal.aborted) return false;
      if (!options.json) terminal.out(`${failure.message} ${failure.fix}\n`);
      session.finish({ ok: true, detached: true, text: failure.fix });
      return true;
    },
  };
}
