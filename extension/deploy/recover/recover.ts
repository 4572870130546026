import { randomUUID } from "node:crypto";
import {
  CancelUpdateStackCommand,
  CloudFormationServiceException,
  ContinueUpdateRollbackCommand,
  RollbackStackCommand,
} from "@aws-sdk/client-cloudformation";
import type { Cloud } from "../cloud";
import { describe } from "../describe";
import { latestEvents } from "../destroy";
import { DeployError } from "../errors";
import { failing } from "../failing";
import { detached, overtaken } from "../journal/failures";
import { type RecordOptions, recorded } from "../journal/recorded";
import type { Host } from "../messages";
import { type OriginOf, rootCause } from "../rootCause";
import { say } from "../say";
import { secondsOf } from "../secondsOf";
import type { Failure, Outcome, RecoverPlan, Recovery } from "../types";
import { watch } from "../watch";
import { planRecovery } from "./planRecovery";
import { notCancelled, wrongStatus } from "./refusals";

type Record = RecordOptions & { readonly environment?: string };

/** What a rollback goes on without: chosen resources, by logical id, or whichever cannot be rolled back. */
export interface Continuation {
  readonly skip?: readonly string[];
  readonly force?: boolean;
}

/**
 * Gives up an update that is under way, whoever began it, and watches the stack go back to what it was. Whoever watches
 * the update is told too. Throws a `DeployError` with the code `wrong-status` when there is no update to give up.
 */
export function cancel(cloud: Cloud, stack: string, host: Host, signal?: AbortSignal, record?: Record) {
  return recover(cloud, "cancel", stack, {}, host, signal, record && { ...record, beside: true });
}

/**
 * Rolls a stack back whose deployment failed with rollback switched off, and watches to the end. Throws a `DeployError`
 * with the code `wrong-status` when it stands otherwise.
 */
export function rollBack(cloud: Cloud, stack: string, host: Host, signal?: AbortSignal, record?: Record) {
  return recover(cloud, "rollback", stack, {}, host, signal, record);
}

/**
 * Goes on with a rollback that got stuck, and watches to the end. What is skipped counts as rolled back from then on,
 * whatever it really is. Throws a `DeployError` with the code `wrong-status` when no rollback got stuck.
 */
export function continueRollback(
  cloud: Cloud,
  stack: string,
  continuation: Continuation,
  host: Host,
  signal?: AbortSignal,
  record?: Record,
) {
  return recover(cloud, "continue", stack, continuation, host, signal, record);
}

function recover(
  cloud: Cloud,
  recovery: Recovery,
  stack: string,
  continuation: Continuation,
  host: Host,
  signal: AbortSignal | undefined,
  record: Record | undefined,
): Promise<Outcome> {
  return failing(cloud, host, async () => {
    const plan = { ...(await planRecovery(cloud, recovery, stack)), ...continuation };
    const token = randomUUID();
    const past = await latestEvents(cloud, plan.stackId);
    const draft = { operation: recovery, plan, since: past.since.toISOString(), known: past.known, token } as const;
    return recorded(
      cloud,
      record,
      { ...draft, environment: record?.environment ?? "" },
      {
        begin: () => begin(cloud, recovery, plan, token),
        follow: (id) => followRecovery(cloud, recovery, plan, { ...past, token }, host, signal, id),
      },
    );
  });
}

async function begin(cloud: Cloud, recovery: Recovery, plan: RecoverPlan, token: string): Promise<void> {
  const { cloudFormation } = cloud;
  const asked = { StackName: plan.stackId, ClientRequestToken: token };
  try {
    if (recovery === "cancel") await cloudFormation.send(new CancelUpdateStackCommand(asked));
    else if (recovery === "rollback") await cloudFormation.send(new RollbackStackCommand(asked));
    else {
      const skip = plan.skip && plan.skip.length > 0 ? { ResourcesToSkip: [...plan.skip] } : {};
      const force = plan.force ? { ForceRollback: true } : {};
      await cloudFormation.send(new ContinueUpdateRollbackCommand({ ...asked, ...skip, ...force }));
    }
  } catch (error) {
    // It went on between our look and our call.
    const isLate =
      error instanceof CloudFormationServiceException &&
      /cannot be called from current stack status|is in \w+ state and can ?not/i.test(error.message);
    if (!isLate) throw error;
    const status = (await describe(cloud, plan.stackId))?.status;
    throw new DeployError(wrongStatus(recovery, plan.stackName, status), { cause: error });
  }
}

/** Watches a recovery that was begun, from its first event, to its end. `id` is how the journal calls it. */
export async function followRecovery(
  cloud: Cloud,
  recovery: Recovery,
  plan: RecoverPlan,
  begun: { readonly since: Date; readonly known: readonly string[]; readonly token: string },
  host: Host,
  signal: AbortSignal | undefined,
  id: string | undefined,
): Promise<Outcome> {
  const { stackName, stackId } = plan;
  say(host, "recovering", { recovery, plan });
  const originOf = originsOf(plan);
  // An update goes back under its own token, not under that of its cancellation.
  const token = recovery === "cancel" ? undefined : begun.token;
  const watched = await watch(cloud, host, { stackName, stackId, ...begun, token, expected: [], originOf }, signal);
  const failed = (failure: Failure): Outcome => {
    say(host, "failed", { failure });
    return { ok: false, failure };
  };
  if (watched.overtaken) return failed(overtaken(stackName, "recovery"));
  if (watched.status === undefined) return { ok: false, failure: detached(stackName, "recovery", id) };
  if (/^UPDATE_COMPLETE$/.test(watched.status)) return failed(notCancelled(stackName));
  if (watched.status.endsWith("_FAILED")) return failed(rootCause(watched.events, originOf));
  const outputs = (await describe(cloud, stackId))?.outputs ?? [];
  say(host, "recovered", { stackName, outputs, seconds: secondsOf(watched.events) });
  return { ok: true, outputs };
}

function originsOf({ resources }: RecoverPlan): OriginOf {
  const byId = new Map(resources.map(({ logicalId, ...origin }) => [logicalId, origin]));
  return (logicalId) => byId.get(logicalId) ?? {};
}
