import { explain } from "../deploy/explain";
import { readResources } from "../deploy/readResources";
import type { Failure } from "../deploy/types";
import type { ManifestFile } from "./readManifest";

export interface Refused {
  /** Those in which it is so. */
  readonly environments: readonly string[];
  readonly failure: Failure;
}

/**
 * What cannot be deployed of what somebody has added to the template by hand: patches that do not apply, resources that
 * cannot be read, and what AWS's specification does not know. Nothing is loaded for a manifest that adds nothing.
 * @param file a manifest without errors
 */
export async function findRefused({ manifest, folder }: ManifestFile): Promise<readonly Refused[]> {
  const found = new Map<string, Refused>();
  for (const environment of manifest.environments) {
    const app = manifest.appFor(environment);
    if (app === undefined || (app.overrides.length === 0 && app.resources === undefined)) continue;
    try {
      const { synthesize } = await import("../deploy/bundle");
      synthesize(await readResources(app, folder));
    } catch (error) {
      const failure = explain(error);
      const same = found.get(failure.message);
      found.set(failure.message, { environments: [...(same?.environments ?? []), environment], failure });
    }
  }
  return [...found.values()];
}
