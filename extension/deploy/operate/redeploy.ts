import type { App } from "../../manifest/app";
import { t } from "../../manifest/l10n";
import type { Manifest } from "../../manifest/manifest";
import { mask } from "../../manifest/maskSecrets";
import type { Synthesis } from "../../targets/aws/synthesis";
import { synthesize } from "../../targets/aws/synthesize";
import type { Template } from "../../targets/aws/template";
import type { Cloud } from "../cloud";
import { DeployError } from "../errors";
import type { JournalEntry } from "../journal/entry";
import type { Journal } from "../journal/journal";
import { listed } from "../words";
import { inventoryOf } from "./inventory";
import type { ManifestTools } from "./manifestTools";
import { unmask } from "./maskTemplate";
import { readRevision } from "./revision";

/** An earlier revision, ready to be planned as any deployment is. */
export interface Earlier {
  readonly app: App;
  readonly synthesis: Synthesis;
  /** The manifest as it was, with what looks like a secret masked: to be looked at, and compared with. */
  readonly manifest: Manifest;
}

/**
 * Makes an earlier deployment ready to be planned again: with its very template, and so with the images of that time.
 * What was masked when it was kept is taken from what is deployed now, which is where it still stands.
 * Throws a `DeployError` with the code `revision-incomplete` when that is not enough.
 */
export async function earlierRevision(
  cloud: Cloud,
  { folder }: Journal,
  entry: JournalEntry,
  { openManifest }: Pick<ManifestTools, "openManifest">,
): Promise<Earlier> {
  const { stackName } = entry.plan;
  const kept = entry.revision && (await readRevision(folder, entry.revision.key));
  if (kept === undefined || entry.operation !== "deploy") throw notKept(entry);
  // The mask is a string like any other, so the model can be made with it; the template then has the real values.
  const manifest = openManifest(kept.manifest);
  const app = manifest.appFor(entry.environment);
  if (app === undefined) throw unreadable(entry);
  const { template: deployed } = await inventoryOf(cloud, stackName);
  const { value, missing } = unmask(JSON.parse(kept.template), deployed);
  if (missing.length > 0) throw incomplete(entry, missing);
  const template = value as Template;
  return {
    app,
    synthesis: { ...synthesize(app), stackName, template, text: JSON.stringify(template) },
    manifest,
  };
}

const whenOf = ({ startedAt }: JournalEntry): string => startedAt.replace(/\.\d+Z$/, "Z");

function notKept(entry: JournalEntry): DeployError {
  const { commit } = entry.revision ?? {};
  return new DeployError({
    code: "revision-incomplete",
    message: t`What was deployed in ${entry.id} (${whenOf(entry)}) was not kept on this machine.`,
    fix: commit ? t`Check out ${commit} and deploy.` : t`Check out the manifest of that time and deploy.`,
  });
}

function unreadable(entry: JournalEntry): DeployError {
  return new DeployError({
    code: "revision-incomplete",
    message: t`The manifest of ${entry.id} (${whenOf(entry)}) has errors for this version of Stackwright.`,
    fix: t`Check out the manifest of that time, correct what is shown, and deploy.`,
  });
}

function incomplete(entry: JournalEntry, missing: readonly string[]): DeployError {
  return new DeployError({
    code: "revision-incomplete",
    message: t`The revision ${entry.id} had values that look like secrets, which were not kept, and which are not deployed any more: ${listed(missing)}.`,
    fix: t`Take the manifest of that time from where it is kept, and deploy it; better, put them under \`secrets\`. They are shown as ${mask} in it.`,
  });
}
