import type { Path } from "../../manifest/problem";

/** Something in a manifest without errors that AWS cannot be given. */
export class SynthesisError extends Error {
  override readonly name = "SynthesisError";

  /**
   * @param code what went wrong: an operation of `aws.overrides`, the file of `aws.resources`, or a schedule
   * @param message what happened and what to do
   * @param path where it stands in the manifest's terms, when that is known
   */
  constructor(
    readonly code: "override" | "resources" | "schedule",
    message: string,
    readonly path: Path = [],
    readonly component?: string,
  ) {
    super(message);
  }
}
