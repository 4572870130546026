import { explain } from "../deploy/explain";
import type { Failure } from "../deploy/types";
import type { ManifestFile } from "./readManifest";
import { renderFailure } from "./render/failure";
import { painter } from "./style";
import type { Terminal } from "./terminal";
import { isUsageError } from "./usage";

/** Where a failure goes: as the final JSON result through `tell`, or else in words to standard error. */
export interface FailureSink {
  readonly terminal: Terminal;
  /** Where the failure may have its place. */
  readonly file?: ManifestFile;
  readonly tell?: ((result: { ok: false; failure: Failure }) => void) | undefined;
}

/** Runs a command's work; whatever it throws is explained and gives 1, but for what is told as it stands. */
export async function withFailure(sink: FailureSink, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (isUsageError(error)) throw error;
    return tellFailure(sink, explain(error));
  }
}

export function tellFailure({ terminal, file, tell }: FailureSink, failure: Failure): number {
  if (tell) tell({ ok: false, failure });
  else terminal.err(renderFailure(failure, painter(terminal.colour), file));
  return 1;
}
