import { randomUUID } from "node:crypto";
import {
  CloudFormationServiceException,
  DescribeChangeSetCommand,
  ExecuteChangeSetCommand,
  type Stack,
  type StackEvent,
} from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { investigate } from "./explain/investigate";
import { failing } from "./failing";
import { findStack } from "./findStack";
import { withoutValues } from "./journal/entry";
import { detached, overtaken } from "./journal/failures";
import { type RecordOptions, recorded } from "./journal/recorded";
import type { Host } from "./messages";
import { outputsOf } from "./outputs";
import { pause } from "./pause";
import { redact } from "./redact";
import { isOwnStack, type OriginOf, rootCause } from "./rootCause";
import { say } from "./say";
import { secondsOf } from "./secondsOf";
import { setProtection } from "./setProtection";
import { isSuccess } from "./stackStatus";
import { expectedOf } from "./track";
import type { Failure, Outcome, Plan } from "./types";
import { type Watched, watch } from "./watch";
import { ServiceWatch } from "./watchServices";

/**
 * Carries out exactly the plan that was shown, and watches to the end. A deployment that fails is an outcome; a
 * `DeployError` is thrown when nothing was begun (the stack was changed since the plan was made, another process works
 * on it, signing in failed) or when watching is not permitted. The signal ends the watching, not the deployment: then
 * the outcome's failure has the code `detached`. With a journal, another process can attach to it.
 */
export function execute(
  cloud: Cloud,
  plan: Plan,
  host: Host,
  signal?: AbortSignal,
  record?: RecordOptions,
): Promise<Outcome> {
  return failing(cloud, host, () => {
    const token = randomUUID();
    const draft = { operation: "deploy", plan: withoutValues(plan), since: plan.createdAt, known: [], token } as const;
    return recorded(
      cloud,
      record,
      { ...draft, environment: plan.environment },
      {
        begin: async () => {
          if (plan.protection === true) await protect(cloud, plan, host, true);
          await begin(cloud, plan, token);
        },
        follow: (id) => followDeployment(cloud, plan, token, host, signal, id),
      },
    );
  });
}

/** Watches a deployment that was begun, from its first event, to its end. `id` is how the journal calls it. */
export async function followDeployment(
  cloud: Cloud,
  plan: Plan,
  token: string,
  host: Host,
  signal: AbortSignal | undefined,
  id: string | undefined,
): Promise<Outcome> {
  const { stackName, stackId } = plan;
  say(host, "deploying", { plan });
  const originOf = originsOf(plan);
  const expected = expectedOf(plan);
  const since = new Date(plan.createdAt);
  let looked: Promise<Failure> | undefined;
  // At once: what goes back takes its tasks and its log with it.
  const look = (cause: StackEvent) => {
    services.stop();
    looked = investigate(cloud, stackId, cause, rootCause([cause], originOf), originOf);
  };
  const services = new ServiceWatch(cloud, host, plan);
  const watched = await watch(
    cloud,
    host,
    { stackName, stackId, since, token, expected, originOf, failed: look, resource: (event) => services.see(event) },
    signal,
  ).finally(() => services.stop());
  if (watched.overtaken) return failed(host, overtaken(stackName, "deployment"));
  if (watched.status === undefined) return { ok: false, failure: detached(stackName, "deployment", id) };
  if (!isSuccess(watched.status)) return failed(host, (await looked) ?? rootCause(watched.events, originOf));
  // It has succeeded, whether its outputs can be read or not.
  const stack = await settledStack(cloud, stackId, watched.status).catch(() => undefined);
  if (plan.protection === false) await protect(cloud, plan, host, false);
  tellLeftBehind(host, watched);
  const outputs = outputsOf(stack?.Outputs ?? [], plan.outputs);
  say(host, "succeeded", { stackName, outputs, seconds: secondsOf(watched.events) });
  return { ok: true, outputs };
}

async function protect(cloud: Cloud, { stackName, stackId }: Plan, host: Host, enabled: boolean): Promise<void> {
  await setProtection(cloud, stackId, enabled);
  say(host, "protection-changed", { stackName, enabled });
}

async function begin(cloud: Cloud, plan: Plan, token: string): Promise<void> {
  const { changeSetId } = plan;
  try {
    await cloud.cloudFormation.send(
      new ExecuteChangeSetCommand({ ChangeSetName: changeSetId, ClientRequestToken: token }),
    );
  } catch (error) {
    if (!(error instanceof CloudFormationServiceException)) throw error;
    if (!/^(InvalidChangeSetStatus|ChangeSetNotFound)/.test(error.name)) throw error;
    // The answer to an attempt may be lost on the way. When it is repeated, the change set is under way already.
    if ((error.$metadata.attempts ?? 1) > 1 && (await isUnderWay(cloud, changeSetId))) return;
    throw new DeployError(stale(plan, error.message), { cause: error });
  }
}

async function isUnderWay(cloud: Cloud, changeSetId: string): Promise<boolean> {
  try {
    const answer = await cloud.cloudFormation.send(new DescribeChangeSetCommand({ ChangeSetName: changeSetId }));
    return answer.ExecutionStatus === "EXECUTE_IN_PROGRESS" || answer.ExecutionStatus === "EXECUTE_COMPLETE";
  } catch {
    return false;
  }
}

function stale({ stackName }: Plan, raw: string): Failure {
  return {
    code: "stale-plan",
    message: t`${stackName} was changed since this plan was made, so the plan no longer says what would happen.`,
    fix: t`Plan again. Nothing was changed.`,
    raw: redact(raw),
  };
}

function failed(host: Host, failure: Failure): Outcome {
  say(host, "failed", { failure });
  return { ok: false, failure };
}

function originsOf({ changes }: Plan): OriginOf {
  const byId = new Map(changes.map((change) => [change.logicalId, change]));
  return (logicalId) => {
    const change = byId.get(logicalId);
    return {
      ...(change?.component ? { component: change.component } : {}),
      ...(change?.path ? { path: change.path } : {}),
    };
  };
}

/** Right after the end, CloudFormation may still give the stack as it was: read again, a few times. */
async function settledStack(cloud: Cloud, stackId: string, status: string): Promise<Stack | undefined> {
  for (let looks = 0; ; looks++) {
    const stack = await findStack(cloud, stackId);
    if (stack?.StackStatus === status || looks === 3) return stack;
    await pause(500);
  }
}

/** What a successful update could not delete is no longer in the stack, and nobody else would tell. */
function tellLeftBehind(host: Host, { events }: Watched): void {
  for (const event of events) {
    if (event.ResourceStatus !== "DELETE_FAILED" || isOwnStack(event)) continue;
    const reason = redact(event.ResourceStatusReason ?? t`no reason is given`);
    say(host, "left-behind", { logicalId: event.LogicalResourceId ?? "", reason });
  }
}
