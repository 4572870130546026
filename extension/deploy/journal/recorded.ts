import { CloudFormationServiceException } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "../cloud";
import { isDeployError } from "../errors";
import { keepRevision, type RevisionContent } from "../operate/revision";
import type { DestroyOutcome, Outcome } from "../types";
import type { Ending, Operation } from "./entry";
import { type Journal, record } from "./journal";

/** Where an operation is written down, and of which manifest it is. */
export interface RecordOptions {
  readonly journal: Journal;
  /** The manifest's path, where it has one. */
  readonly manifest?: string;
  /** What is deployed, so that it can be deployed again. */
  readonly revision?: RevisionContent;
  /** It ends what another process may have under way on the stack, and does not wait for that. */
  readonly beside?: boolean;
}

type Described = {
  readonly environment: string;
  readonly since: string;
  readonly known: readonly string[];
  readonly token: string;
} & Operation;

interface Steps<Result> {
  /** Asks the cloud for it. */
  begin(): Promise<void>;
  /** Watches to the end; `id` is how the journal calls the operation. */
  follow(id: string | undefined): Promise<Result>;
}

/** Runs an operation with the journal knowing of it from before its beginning to its end. */
export async function recorded<Result extends Outcome | DestroyOutcome>(
  { identity }: Cloud,
  options: RecordOptions | undefined,
  { token, ...described }: Described,
  { begin, follow }: Steps<Result>,
): Promise<Result> {
  if (options === undefined) {
    await begin();
    return follow(undefined);
  }
  const { journal, manifest, revision: content, beside } = options;
  const draft = { ...described, identity, clientRequestToken: token };
  // What cannot be kept only cannot be deployed again by a click: no reason not to deploy it now.
  const revision = content && (await keepRevision(journal.folder, content, manifest).catch(() => undefined));
  const known = {
    ...draft,
    ...(manifest === undefined ? {} : { manifest }),
    ...(revision === undefined ? {} : { revision }),
  };
  const kept = await record(journal, known, beside);
  try {
    try {
      await begin();
    } catch (error) {
      // Of a lost answer nobody knows whether the cloud has begun: then attaching finds out.
      if (isRefusal(error)) await kept.forget();
      throw error;
    }
    const outcome = await follow(kept.entry.id);
    const ending = endingOf(outcome);
    // A journal that cannot be written any more must not turn a deployment that succeeded into a failure.
    if (ending) await kept.end(ending).catch(() => undefined);
    return outcome;
  } finally {
    await kept.release().catch(() => undefined);
  }
}

/** How the operation ended; undefined when it goes on and only the watching has. */
export function endingOf(outcome: Outcome | DestroyOutcome): Ending | undefined {
  const at = new Date().toISOString();
  if (outcome.ok) return { at, status: "succeeded" };
  // What a container wrote is for the person who watches; nobody knows what is in it.
  const { log: _, ...failure } = outcome.failure;
  return failure.code === "detached" ? undefined : { at, status: "failed", failure };
}

function isRefusal(error: unknown): boolean {
  if (isDeployError(error)) return true;
  const status = error instanceof CloudFormationServiceException ? error.$metadata.httpStatusCode : undefined;
  return status !== undefined && status >= 400 && status < 500;
}
