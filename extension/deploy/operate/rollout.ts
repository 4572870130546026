import { UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { t } from "../../manifest/l10n";
import { type Cloud, isLoopback } from "../cloud";
import { DeployError } from "../errors";
import { jitter } from "../pace";
import { pause } from "../pause";
import type { Failure, ServiceHealth } from "../types";
import { plural } from "../words";
import { clientOf } from "./clients";
import { healthOfService } from "./health";
import type { Runnable, Service } from "./runnable";

type Running = Runnable & { readonly service: Service };

export type RolloutOutcome =
  | { readonly ok: true; readonly health: ServiceHealth }
  | { readonly ok: false; readonly failure: Failure; readonly health?: ServiceHealth };

/**
 * Replaces all tasks of a service, the old ones only once new ones are healthy. A task reads its secrets when it
 * starts, so this is also how a rotated password arrives. What is deployed stays the same. Does not wait.
 */
export async function restart(cloud: Cloud, { cluster, service }: Running): Promise<void> {
  await clientOf(cloud, "ecs").send(
    new UpdateServiceCommand({ cluster, service: service.arn, forceNewDeployment: true }),
  );
}

/**
 * Sets how many tasks run until the next deployment, which sets it back to what the manifest says. Does not wait.
 * Throws a `DeployError` for a number that autoscaling would undo at once.
 */
export async function scale(cloud: Cloud, { component, cluster, service }: Running, tasks: number): Promise<void> {
  const { range } = service;
  if (range && (tasks < range.min || tasks > range.max)) {
    throw new DeployError({
      code: "scale-refused",
      message: t`${component} scales by itself between ${range.min} and ${plural(range.max, "task")}, so ${tasks} would be undone at once.`,
      fix: t`Choose a number in between, or change \`scale\` of ${component} in the manifest and deploy.`,
      component,
      path: ["components", component, "scale"],
    });
  }
  await clientOf(cloud, "ecs").send(new UpdateServiceCommand({ cluster, service: service.arn, desiredCount: tasks }));
}

/**
 * Watches a service until its rollout is through, and tells of every change. The signal ends the watching only; then
 * the outcome is a failure with the code `detached`.
 */
export async function followRollout(
  cloud: Cloud,
  running: Running,
  tell: (health: ServiceHealth) => void,
  signal?: AbortSignal,
): Promise<RolloutOutcome> {
  const { component } = running;
  let told = "";
  for (;;) {
    const health = await healthOfService(cloud, running);
    const said = JSON.stringify(health);
    if (said !== told) tell(health);
    told = said;
    if (health.rollout === "failed") return { ok: false, failure: notRolledOut(component, health), health };
    if (isThrough(health)) return { ok: true, health };
    await pause(isLoopback(cloud.endpoint) ? 250 : jitter(3_000, Math.random()), signal);
    if (signal?.aborted) return { ok: false, failure: noLongerWatched(component), health };
  }
}

/** Tasks that run more than are wanted are old ones on their way out. */
function isThrough({ rollout, desired, running, pending }: ServiceHealth): boolean {
  return rollout === "completed" && running === desired && pending === 0;
}

function notRolledOut(component: string, { reason, stopped }: ServiceHealth): Failure {
  const [last] = stopped;
  const why = last ? t` The last task stopped: ${last.reason}${exitWords(last.exitCode)}.` : "";
  return {
    code: "not-stabilized",
    message: t`The new tasks of ${component} did not come up.${why}`,
    fix: t`ECS went back to the tasks that ran before. The log says more: stackwright logs ${component}.`,
    component,
    ...(reason === undefined ? {} : { raw: reason }),
  };
}

const exitWords = (code: number | undefined): string => (code === undefined ? "" : t` (exit code ${code})`);

function noLongerWatched(component: string): Failure {
  return {
    code: "detached",
    message: t`The rollout of ${component} is no longer watched, and goes on in the cloud.`,
    fix: t`stackwright health shows how it stands.`,
    component,
  };
}
