import type { Cloud } from "../cloud";
import { followDestruction } from "../destroy";
import { DeployError } from "../errors";
import { followDeployment } from "../execute";
import { failing } from "../failing";
import { isMissing } from "../findStack";
import type { Host } from "../messages";
import { newEvents } from "../newEvents";
import { pause } from "../pause";
import { followRecovery } from "../recover/recover";
import { isOwnStack } from "../rootCause";
import { say } from "../say";
import type { DestroyOutcome, Failure, Outcome } from "../types";
import type { JournalEntry } from "./entry";
import { gone, neverBegun, otherAccount } from "./failures";
import { end, type Journal } from "./journal";
import { isAlive } from "./lock";
import { endingOf } from "./recorded";

/**
 * Follows an operation of the journal to its end, with everything told from its beginning, as if this process had begun
 * it: one that runs, and one that ended while nobody watched. The ending is written into the journal. The signal ends
 * the watching only. Throws a `DeployError` for another account than the operation's, and when watching is not permitted.
 */
export function attach(
  cloud: Cloud,
  journal: Journal,
  entry: JournalEntry,
  host: Host,
  signal?: AbortSignal,
): Promise<Outcome | DestroyOutcome> {
  return failing(cloud, host, async () => {
    const { stackName } = entry.plan;
    const { account } = entry.identity;
    if (cloud.identity.account !== account) {
      throw new DeployError(otherAccount(stackName, account, cloud.identity.account));
    }
    const outcome = await follow(cloud, entry, host, signal);
    const ending = endingOf(outcome);
    if (ending) await end(journal, entry, ending).catch(() => undefined);
    return outcome;
  });
}

async function follow(cloud: Cloud, entry: JournalEntry, host: Host, signal: AbortSignal | undefined) {
  const { clientRequestToken: token, id } = entry;
  const { stackName } = entry.plan;
  try {
    if (!(await hasBegun(cloud, entry))) return failed(host, neverBegun(stackName));
    if (entry.operation === "deploy") return await followDeployment(cloud, entry.plan, token, host, signal, id);
    const begun = { since: new Date(entry.since), known: entry.known, token };
    if (entry.operation === "destroy") return await followDestruction(cloud, entry.plan, begun, host, signal, id);
    return await followRecovery(cloud, entry.operation, entry.plan, begun, host, signal, id);
  } catch (error) {
    if (!isMissing(error) && !(error instanceof DeployError && isMissing(error.cause))) throw error;
    // CloudFormation forgets a deleted stack after some months.
    return entry.operation === "destroy" ? forgotten(host, entry) : failed(host, gone(stackName));
  }
}

/** Of a stack that was to be destroyed, being forgotten is the ending that was asked for. */
function forgotten(host: Host, { plan }: Extract<JournalEntry, { operation: "destroy" }>): DestroyOutcome {
  say(host, "destroyed", { report: plan });
  return { ok: true, report: plan };
}

/** A process may have ended between writing the operation down and asking for it. While it lives, it may still ask. */
async function hasBegun(cloud: Cloud, entry: JournalEntry) {
  const { plan, since, known, owner, clientRequestToken: token } = entry;
  // The events of an update that is cancelled carry the token of the update.
  if (isAlive(owner) || entry.operation === "cancel") return true;
  for (let looks = 0; ; looks++) {
    const cursor = {
      stackId: plan.stackId,
      since: new Date(since),
      token,
      seen: new Set(known),
      back: new Set<string>(),
    };
    const events = await newEvents({ ...cloud, watching: cloud.cloudFormation }, cursor);
    if (events.some((event) => isOwnStack(event) && event.ClientRequestToken === token)) return true;
    if (looks === 3) return false;
    await pause(500);
  }
}

function failed(host: Host, failure: Failure): Outcome {
  say(host, "failed", { failure });
  return { ok: false, failure };
}
