import type { RecordOptions } from "../../deploy/journal/recorded";
import type { Deployment } from "./deployment";
import { loadEngine } from "./engine";

/** Written down, so that a deployment can be followed from elsewhere when this window is gone, and runs in one window only. */
export async function recordOf({
  document,
  environment,
  deploys,
}: Deployment): Promise<RecordOptions & { environment: string }> {
  const { journalDirectory } = await loadEngine();
  const { uri } = document;
  const journal = { folder: journalDirectory() };
  return {
    journal,
    environment,
    ...(uri.scheme === "file" ? { manifest: uri.fsPath } : {}),
    ...(deploys === undefined ? {} : { revision: deploys }),
  };
}
