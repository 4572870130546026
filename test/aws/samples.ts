import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";

const folder = join(__dirname, "..", "..", "samples");

/** The text of a sample's manifest. */
export const sampleText = (name: string): string => readFileSync(join(folder, name, "stackwright.yaml"), "utf8");

export const sampleNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** Every sample in every environment, as `discourse-production`. */
export function sampleApps(): { readonly name: string; readonly app: App }[] {
  return sampleNames.flatMap((sample) => {
    const manifest = openManifest(sampleText(sample));
    return manifest.environments.map((environment) => {
      const app = manifest.appFor(environment);
      if (!app) throw new Error(`${sample} has no model for ${environment}: ${JSON.stringify(manifest.problems)}`);
      return { name: `${sample}-${environment}`, app };
    });
  });
}
