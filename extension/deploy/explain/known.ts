import type { FailureCode } from "../failureCodes";

/** A failure that is known: how the cloud words it, what it means, what to do. */
export interface KnownFailure {
  /** Its name in `docs/deploy-errors.md`. */
  readonly id: string;
  readonly code: FailureCode;
  readonly matches: RegExp;
  /** Only for these types of resource, where the same words mean something else elsewhere. */
  readonly of?: RegExp;
  /** A clause that follows "because": "its image could not be pulled". */
  readonly because: string;
  readonly fix: string;
  /** The field of the component that decides it, such as `healthCheck.path`. */
  readonly field?: string;
  /** The field of the whole manifest that decides it, such as `network.egress`. */
  readonly setting?: string;
}
