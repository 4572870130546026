import type { Cloud } from "./cloud";
import { DeployError } from "./errors";
import { explain } from "./explain";
import type { Host } from "./messages";
import { say } from "./say";

/** Runs a step. What it throws becomes a `DeployError` that says what to do, and the host is told. */
export async function failing<Result>(cloud: Cloud, host: Host, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    const failure = explain(error, contextOf(cloud));
    say(host, "failed", { failure });
    throw new DeployError(failure, { cause: error });
  }
}

export function contextOf({ identity, endpoint }: Cloud) {
  return { region: identity.region, profile: identity.profile, endpoint };
}
