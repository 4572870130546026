import { lockedIn } from "../../packages/lock";
import { openCache } from "../../sources/cache";
import { mergeIndexes } from "../../sources/mergeIndexes";
import { onePackage } from "../../sources/onePackage";
import { openIndexes, openPackage, type Surroundings } from "../../sources/openSource";
import { installPackage, type Outcome, type Request } from "./install";
import { openInstallation } from "./installation";
import { sourceText } from "./sourceOf";

/**
 * Installs the package at a place: a folder, an archive, a repository. Its file goes into the cache, so that it can be
 * updated and removed when the place has another version by then, or is gone. What it needs comes from the usual
 * indexes. Throws a `UsageError`.
 */
export async function installFrom(
  place: string,
  request: Omit<Request, "wanted" | "source">,
  around: Surroundings,
): Promise<Outcome> {
  const cache = openCache(around.env);
  const found = await openPackage(place);
  const name = found.only;
  const locked = lockedIn((await openInstallation(request.manifest)).lock, name);
  const before = locked === undefined ? undefined : await cache.kept(locked.hash);
  const index = mergeIndexes([found, ...(before === undefined ? [] : [onePackage(before, "The cache")])]);
  const outcome = await installPackage(
    { ...request, wanted: name, source: sourceText(place, request.manifest) },
    index,
    () => openIndexes([], around),
  );
  await cache.keep(outcome.package.text);
  return outcome;
}
