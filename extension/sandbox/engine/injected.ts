import { isMap, type Json, type JsonMap } from "../state/json";

/** The ways in which a person can make a simulated resource fail. */
export interface Injected {
  /** Creating or changing the resource fails with this message. */
  readonly Fail?: string;
  /** Deleting it fails with this message, until it is retained. */
  readonly FailDelete?: string;
  /** Going back to the state before the update that set this fails once with this message. */
  readonly FailRollback?: string;
}

/** What the resource is in the cloud, other than its template says: `Metadata.StackwrightSandbox.Drift`. */
export function injectedDrift(metadata: Json): JsonMap | "deleted" | undefined {
  const settings = isMap(metadata) ? metadata["StackwrightSandbox"] : undefined;
  const drift = isMap(settings) ? settings["Drift"] : undefined;
  return drift === "deleted" || isMap(drift) ? drift : undefined;
}

/** Reads `Metadata.StackwrightSandbox` of a resource. */
export function injectedFailures(metadata: Json): Injected {
  const settings = isMap(metadata) ? metadata["StackwrightSandbox"] : undefined;
  if (!isMap(settings)) {
    return {};
  }
  const failures: { Fail?: string; FailDelete?: string; FailRollback?: string } = {};
  for (const key of ["Fail", "FailDelete", "FailRollback"] as const) {
    const message = settings[key];
    if (typeof message === "string") {
      failures[key] = message;
    }
  }
  return failures;
}
