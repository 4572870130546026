import type { Failure } from "./types";

const brand = Symbol.for("stackwright.DeployError");

/** The engine could not do what it was asked for. `failure` is what a person is shown. */
export class DeployError extends Error {
  readonly [brand] = true;

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(`${failure.message} ${failure.fix}`.trim(), options);
    this.name = "DeployError";
  }
}

/** Also right for an error from another copy of this module: the engine is bundled apart from what loads it. */
export function isDeployError(error: unknown): error is DeployError {
  return typeof error === "object" && error !== null && brand in error;
}
