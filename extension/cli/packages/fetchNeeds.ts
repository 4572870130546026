import { chooseVersion } from "../../packages/chooseVersion";
import type { Offered } from "../../packages/install";
import { type Lock, lockedIn } from "../../packages/lock";
import type { Package } from "../../packages/readPackage";
import type { Index } from "../../sources/shippedIndex";
import { UsageError } from "../usage";
import { fetchPackage } from "./installation";

/** Packages. Somebody's that needs more than that is a mistake, or meant to keep us busy. */
const most = 64;

/**
 * What a package needs that is not installed yet, and what that needs, by name: the newest version that is compatible.
 * What the index does not have is left out. Throws a `UsageError` where it has no such version.
 * @param open the index, which is only asked for where something is needed
 */
export async function fetchNeeds(
  { name, needs = {} }: Package,
  open: () => Promise<Index>,
  lock?: Lock,
  known = new Map<string, Offered>(),
): Promise<ReadonlyMap<string, Offered>> {
  for (const need of Object.values(needs)) {
    if (known.has(need.package) || (lock && lockedIn(lock, need.package) !== undefined)) continue;
    const index = await open();
    if (!(await index.names()).includes(need.package)) continue;
    const version = chooseVersion(need.package, `^${need.version}`, await index.versions(need.package));
    if (!version.ok) throw new UsageError(`${name} needs ${need.package}: ${version.reason}`);
    const fetched = await fetchPackage(index, need.package, version.value);
    if (known.size === most) throw new UsageError(`${name} leads to more than ${most} packages that are needed.`);
    known.set(need.package, fetched);
    await fetchNeeds(fetched.found, open, lock, known);
  }
  return known;
}
