import { randomUUID } from "node:crypto";
import { DeleteStackCommand, DescribeStackEventsCommand } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import { removeImageStack } from "./build/imageStack";
import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { explain } from "./explain";
import { contextOf, failing } from "./failing";
import { detached, overtaken } from "./journal/failures";
import { type RecordOptions, recorded } from "./journal/recorded";
import type { Host } from "./messages";
import { type OriginOf, rootCause } from "./rootCause";
import { say } from "./say";
import { secondsOf } from "./secondsOf";
import { doomedOf } from "./track";
import type { DestroyOutcome, DestroyPlan, DoomedResource, Failure } from "./types";
import { type Watched, watch } from "./watch";

/**
 * Destroys a stack and watches to the end. The outcome's report says what was deleted, what is left as a snapshot and
 * what stays. A `DeployError` is thrown when nothing was begun, because the stack is protected for example.
 * The signal ends the watching, not the destroying: then the outcome's failure has the code `detached`. With a journal,
 * another process can attach to it.
 */
export function destroy(
  cloud: Cloud,
  plan: DestroyPlan,
  host: Host,
  signal?: AbortSignal,
  record?: RecordOptions & { readonly environment?: string },
): Promise<DestroyOutcome> {
  return failing(cloud, host, async () => {
    if (plan.protected) throw new DeployError(protectedFailure(plan.stackName));
    const token = randomUUID();
    const past = await latestEvents(cloud, plan.stackId);
    const draft = { operation: "destroy", plan, since: past.since.toISOString(), known: past.known, token } as const;
    return recorded(
      cloud,
      record && { ...record, beside: plan.stop === true },
      { ...draft, environment: record?.environment ?? "" },
      {
        begin: () => deleteStack(cloud, plan, token),
        follow: (id) => followDestruction(cloud, plan, { ...past, token }, host, signal, id),
      },
    );
  });
}

/** Watches a destruction that was begun, from its first event, to its end. `id` is how the journal calls it. */
export async function followDestruction(
  cloud: Cloud,
  plan: DestroyPlan,
  begun: { readonly since: Date; readonly known: readonly string[]; readonly token: string },
  host: Host,
  signal: AbortSignal | undefined,
  id: string | undefined,
): Promise<DestroyOutcome> {
  const { stackName, stackId } = plan;
  say(host, "destroying", { plan });
  const originOf = originsOf(plan);
  const watched = await watch(
    cloud,
    host,
    // Somebody else may have begun to delete it a moment before: then the cloud takes both as one.
    { stackName, stackId, ...begun, token: undefined, deletion: true, expected: doomedOf(plan), originOf },
    signal,
  );
  const failed = (failure: Failure): DestroyOutcome => {
    say(host, "failed", { failure });
    return { ok: false, failure };
  };
  if (watched.overtaken) return failed(overtaken(stackName, "destroying"));
  if (watched.status === undefined) return { ok: false, failure: detached(stackName, "destroying", id) };
  if (watched.status !== "DELETE_COMPLETE") return failed(rootCause(watched.events, originOf));
  try {
    if (plan.imageStackId !== undefined) await removeImageStack(cloud, plan.imageStackId, signal);
  } catch (error) {
    return failed(explain(error, contextOf(cloud)));
  }
  const report = reportOf(plan, watched);
  say(host, "destroyed", { report, seconds: secondsOf(watched.events) });
  return { ok: true, report };
}

/** The newest events of a stack, by which what comes is told from what was. */
export async function latestEvents(cloud: Cloud, stackId: string): Promise<{ since: Date; known: readonly string[] }> {
  const { StackEvents = [] } = await cloud.cloudFormation.send(new DescribeStackEventsCommand({ StackName: stackId }));
  const since = StackEvents[0]?.Timestamp ?? new Date(0);
  // Those that are older are told by their time.
  const latest = StackEvents.filter(({ Timestamp }) => Timestamp?.getTime() === since.getTime());
  return { since, known: latest.map(({ EventId = "" }) => EventId) };
}

async function deleteStack(cloud: Cloud, plan: DestroyPlan, token: string): Promise<void> {
  const { stackName, stackId, retain, force } = plan;
  try {
    await cloud.cloudFormation.send(
      new DeleteStackCommand({
        StackName: stackId,
        ClientRequestToken: token,
        ...(retain === undefined ? {} : { RetainResources: [...retain] }),
        ...(force === true ? { DeletionMode: "FORCE_DELETE_STACK" } : {}),
      }),
    );
  } catch (error) {
    // Somebody may have switched it on since the plan was made.
    if (!/TerminationProtection/i.test(String(error))) throw error;
    throw new DeployError(protectedFailure(stackName), { cause: error });
  }
}

/** The plan, corrected by what really happened: a resource that CloudFormation skipped was kept. */
function reportOf(plan: DestroyPlan, { events }: Watched): DestroyPlan {
  const skipped = new Set(
    events.filter((event) => event.ResourceStatus === "DELETE_SKIPPED").map((event) => event.LogicalResourceId),
  );
  const isKept = ({ logicalId, stackName }: DoomedResource) => stackName === undefined && skipped.has(logicalId);
  const gone = (resources: readonly DoomedResource[]) => resources.filter((resource) => !isKept(resource));
  return {
    ...plan,
    deleted: gone(plan.deleted),
    snapshotted: gone(plan.snapshotted),
    retained: all(plan).filter((resource) => isKept(resource) || plan.retained.includes(resource)),
  };
}

function all({ deleted, snapshotted, retained }: DestroyPlan): readonly DoomedResource[] {
  return [...deleted, ...snapshotted, ...retained];
}

function originsOf(plan: DestroyPlan): OriginOf {
  const own = all(plan).filter(({ stackName }) => stackName === undefined);
  const byId = new Map(own.map((resource) => [resource.logicalId, resource]));
  return (logicalId) => {
    const resource = byId.get(logicalId);
    return {
      ...(resource?.component ? { component: resource.component } : {}),
      ...(resource?.path ? { path: resource.path } : {}),
    };
  };
}

/** Two steps on purpose: what protects an environment must not fall to one slip. */
function protectedFailure(stackName: string): Failure {
  return {
    code: "termination-protected",
    message: t`${stackName} is protected against being destroyed, so nothing was done.`,
    fix: t`First take \`protected: true\` out of the environment in the manifest and deploy, which switches the protection off; then destroy.`,
  };
}
