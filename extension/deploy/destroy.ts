import { randomUUID } from "node:crypto";
import { DeleteStackCommand, DescribeStackEventsCommand } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { failing } from "./failing";
import type { Host } from "./messages";
import { type OriginOf, rootCause } from "./rootCause";
import { say } from "./say";
import { doomedOf } from "./track";
import type { DestroyOutcome, DestroyPlan, DoomedResource, Failure } from "./types";
import { type Watched, watch } from "./watch";

/**
 * Destroys a stack and watches to the end. The outcome's report says what was deleted, what is left as a snapshot and
 * what stays. A `DeployError` is thrown when nothing was begun, because the stack is protected for example.
 * The signal ends the watching, not the destroying: then the outcome's failure has the code `detached`.
 */
export function destroy(cloud: Cloud, plan: DestroyPlan, host: Host, signal?: AbortSignal): Promise<DestroyOutcome> {
  return failing(cloud, host, async () => {
    const begun = performance.now();
    const { stackName, stackId } = plan;
    if (plan.protected) throw new DeployError(protectedFailure(stackName));
    const token = randomUUID();
    const past = await latestEvents(cloud, stackId);
    await begin(cloud, plan, token);
    say(host, "destroying", { plan });
    const originOf = originsOf(plan);
    const expected = doomedOf(plan);
    const watched = await watch(cloud, host, { stackName, stackId, ...past, token, expected, originOf }, signal);
    if (watched.status === undefined) return { ok: false, failure: detached(stackName) };
    if (watched.status !== "DELETE_COMPLETE") {
      const failure = rootCause(watched.events, originOf);
      say(host, "failed", { failure });
      return { ok: false, failure };
    }
    const report = reportOf(plan, watched);
    say(host, "destroyed", { report, seconds: Math.round((performance.now() - begun) / 1000) });
    return { ok: true, report };
  });
}

/** The newest events, by which what comes is told from what was. */
async function latestEvents(cloud: Cloud, stackId: string): Promise<{ since: Date; known: readonly string[] }> {
  const { StackEvents = [] } = await cloud.cloudFormation.send(new DescribeStackEventsCommand({ StackName: stackId }));
  const known = StackEvents.map(({ EventId = "" }) => EventId);
  return { since: StackEvents[0]?.Timestamp ?? new Date(0), known };
}

async function begin(cloud: Cloud, { stackName, stackId }: DestroyPlan, token: string): Promise<void> {
  try {
    await cloud.cloudFormation.send(new DeleteStackCommand({ StackName: stackId, ClientRequestToken: token }));
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
  const isKept = ({ logicalId }: DoomedResource) => skipped.has(logicalId);
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
  const byId = new Map(all(plan).map((resource) => [resource.logicalId, resource]));
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
    message: `${stackName} is protected against being destroyed, so nothing was done.`,
    fix: "First take `protected: true` out of the environment in the manifest and deploy, which switches the protection off; then destroy.",
  };
}

function detached(stackName: string): Failure {
  return {
    code: "detached",
    message: `The destroying of ${stackName} is no longer watched, and goes on in the cloud.`,
    fix: "Destroy again to see what became of it.",
  };
}
