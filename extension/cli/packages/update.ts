import { gt } from "semver";
import { openManifest } from "../../manifest/manifest";
import { replacedFields } from "../../manifest/replacedFields";
import { chooseVersion, readRequest, versionsBetween } from "../../packages/chooseVersion";
import { expand } from "../../packages/expand";
import { provideNeeds, usesOf } from "../../packages/install";
import { isCompatible } from "../../packages/isCompatible";
import { type Lock, type Locked, lockedIn, writeLock } from "../../packages/lock";
import { type Values, valuesFor } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import { type Upgraded, upgrade } from "../../packages/upgrade";
import { usersOf } from "../../packages/usersOf";
import type { Index } from "../../sources/shippedIndex";
import { prices } from "../../targets/aws/price/prices.generated";
import { UsageError } from "../usage";
import { fetchNeeds } from "./fetchNeeds";
import { type AskImages, askNobody, imagesIn, type MovedImage, movedImages, withImages } from "./images";
import { expandInstalled, fetchPackage, need, needInstalled, openInstallation } from "./installation";
import { writeTogether } from "./writeTogether";

export interface UpdateRequest {
  readonly name: string;
  readonly manifest: string;
  /** A range that takes the place of the one that was asked for. */
  readonly to?: string;
  /** `name=value` */
  readonly set: readonly string[];
  /** Nobody is asked without it. */
  readonly askImages?: AskImages;
}

export interface Update {
  readonly name: string;
  readonly from: string;
  readonly to: Package;
  /** Versions between, the newest first, with what each is other in. */
  readonly notes: readonly { readonly version: string; readonly text: string }[];
  readonly upgraded: Upgraded;
  /** What a deployment replaces, in sentences, by environment. */
  readonly replaced: readonly { readonly environment: string; readonly text: string }[];
  /** Parameters that the new version does not have any more. */
  readonly dropped: readonly string[];
  /** Packages that the new version needs, and that come along. */
  readonly brought: readonly Package[];
  /** What the lock will say of images that it does not say now. */
  readonly images: readonly MovedImage[];
  /** Writes the manifest and the lock, both or none. */
  write(): Promise<void>;
}

/**
 * What an update would do. Undefined: there is nothing newer, no parameter changes, and no tag was moved. Throws a `UsageError`.
 * @param others where the packages come from that it needs
 */
export async function planUpdate(
  request: UpdateRequest,
  index: Index,
  others: () => Promise<Index> = async () => index,
): Promise<Update | undefined> {
  const { name, manifest } = request;
  const installation = await openInstallation(manifest);
  const { locked, text } = needInstalled(installation, name);
  const { range } = need(readRequest(`${name}@${request.to ?? locked.range ?? "*"}`));
  const versions = await index.versions(name);
  const chosen = need(chooseVersion(name, range, versions));
  const version = request.to === undefined && gt(locked.version, chosen) ? locked.version : chosen;
  requireFit(installation.lock, name, locked, version);
  const { found, hash } = await fetchPackage(index, name, version);
  const { values, dropped } = carried(found, locked.parameters, request.set);
  const isSame = version === locked.version && JSON.stringify(values) === JSON.stringify(locked.parameters);
  const before = await expandInstalled(index, name, locked);
  const provided = need(
    provideNeeds(
      [name],
      { text, lock: installation.lock },
      found,
      staying(found, locked),
      await fetchNeeds(found, others, installation.lock),
    ),
  );
  const { lock, shared, brought } = provided;
  const upgraded = need(
    upgrade(provided.text ?? text, { names: locked.components, shared }, before, need(expand(found, values))),
  );
  const [was, now] = [openManifest(text), openManifest(upgraded.text)];
  const replaced = now.environments.flatMap((environment) =>
    replacedFields(now, environment, was).map(({ message }) => ({ environment, text: message })),
  );
  const from = locked.source === undefined ? {} : { source: locked.source };
  const entry: Locked = {
    version,
    range,
    ...from,
    hash,
    parameters: values,
    components: upgraded.names,
    ...usesOf(found, upgraded.shared),
  };
  const next: Lock = { ...lock, prices: prices.asOf, packages: { ...lock.packages, [name]: entry } };
  const { askImages = askNobody } = request;
  const named = [name, ...brought.map((other) => other.name)];
  const said = await askImages(imagesIn(next, upgraded.text, named));
  const images = movedImages(lock, said);
  if (isSame && images.length === 0) return undefined;
  return {
    name,
    from: locked.version,
    to: found,
    notes: await notesOf(index, name, versionsBetween(locked.version, version, versions)),
    upgraded,
    replaced,
    dropped,
    brought,
    images,
    write: () =>
      writeTogether(
        new Map([
          [manifest, upgraded.text],
          [installation.lockPath, writeLock(withImages(next, upgraded.text, said))],
        ]),
      ),
  };
}

/** Throws a `UsageError` where another package needs a version that this one is not compatible with. */
function requireFit(lock: Lock, name: string, locked: Locked, version: string): void {
  for (const user of usersOf(lock, locked)) {
    const least = lockedIn(lock, user)?.needs?.[name];
    if (least === undefined || isCompatible(version, least)) continue;
    throw new UsageError(
      `${user} needs ${name} ${least} or a newer one that is compatible, and not ${version}: update ${user} first.`,
    );
  }
}

/** What was used before stays; and what was the package's own and is one that it needs now, with its data. */
function staying({ needs = {} }: Package, { components, shared }: Locked): Locked["components"] {
  return {
    ...Object.fromEntries(Object.entries(components).filter(([name]) => Object.hasOwn(needs, name))),
    ...shared,
  };
}

/** The values that were chosen, as far as the new version takes them, and those that are set now. */
function carried(found: Package, known: Values, set: readonly string[]) {
  const parameters = found.parameters ?? {};
  const asked = new Set(set.map((pair) => pair.slice(0, pair.indexOf("="))));
  const kept = Object.entries(known).filter(([name]) => Object.hasOwn(parameters, name) && !asked.has(name));
  const typed = [...kept.map(([name, value]) => `${name}=${value}`), ...set];
  const values = valuesFor(found, typed);
  if (!values.ok) throw new UsageError(`${values.reason} Give another value with --set.`);
  return { values: values.value, dropped: Object.keys(known).filter((name) => !Object.hasOwn(parameters, name)) };
}

async function notesOf(index: Index, name: string, versions: readonly string[]): Promise<Update["notes"]> {
  const all = await Promise.all(versions.map(async (version) => (await fetchPackage(index, name, version)).found));
  return all.flatMap(({ version, releaseNotes }) =>
    releaseNotes === undefined ? [] : [{ version, text: releaseNotes.trim() }],
  );
}
