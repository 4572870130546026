import { dirname, relative, resolve, sep } from "node:path";
import { type Locked, lockedIn } from "../../packages/lock";
import { openCache } from "../../sources/cache";
import { isGitAddress } from "../../sources/gitAddress";
import { mergeIndexes } from "../../sources/mergeIndexes";
import { isOciAddress } from "../../sources/ociAddress";
import { onePackage } from "../../sources/onePackage";
import { openIndexes, openPackage, type Surroundings } from "../../sources/openSource";
import type { Index } from "../../sources/shippedIndex";
import { SourceError } from "../../sources/sourceError";
import { openInstallation } from "./installation";

/** A place as the lock has it: a path goes from the manifest's folder, so that it means the same on another machine. */
export function sourceText(place: string, manifest: string): string {
  if (isGitAddress(place) || isOciAddress(place)) return place;
  const path = relative(dirname(resolve(manifest)), resolve(place))
    .split(sep)
    .join("/");
  return path.startsWith(".") ? path : `./${path}`;
}

/**
 * Where an installed package comes from: the place that the lock names, with the installed version out of the cache, or
 * else the command's indexes. What is installed is found without its place; that it cannot be reached is said then.
 */
export async function indexFor(
  { name, manifest, index }: { readonly name: string; readonly manifest: string; readonly index: readonly string[] },
  around: Surroundings,
): Promise<Index> {
  const locked = lockedIn((await openInstallation(manifest)).lock, name);
  return locked?.source === undefined || index.length > 0
    ? openIndexes(index, around)
    : sourceIndex(locked, locked.source, manifest, around);
}

async function sourceIndex(locked: Locked, source: string, manifest: string, around: Surroundings): Promise<Index> {
  const cache = openCache(around.env);
  const kept = await cache.kept(locked.hash);
  const before = kept === undefined ? [] : [onePackage(kept, "The cache")];
  try {
    const isAddress = isGitAddress(source) || isOciAddress(source);
    const found = await openPackage(isAddress ? source : resolve(dirname(manifest), source));
    // If this is what it is updated to, it is what the next update begins with.
    for (const version of await found.versions(found.only)) await cache.keep(await found.read(found.only, version));
    return mergeIndexes([found, ...before]);
  } catch (error) {
    if (!(error instanceof SourceError) || before.length === 0) throw error;
    around.err(`${error.message} The version that is installed is used.\n`);
    return mergeIndexes(before);
  }
}
