import { lockedIn, writeLock } from "../../packages/lock";
import { uninstall } from "../../packages/uninstall";
import { usersOf } from "../../packages/usersOf";
import type { Index } from "../../sources/shippedIndex";
import { UsageError } from "../usage";
import { withImages } from "./images";
import { expandInstalled, need, needInstalled, openInstallation } from "./installation";
import { writeTogether } from "./writeTogether";

export interface Removed {
  /** The components that went. */
  readonly components: readonly string[];
  /** Packages that it used, and that no other uses now. They stay: what they hold may be worth more than they cost. */
  readonly unused: readonly string[];
}

/** Takes a package out of a manifest and its lock. Throws a `UsageError` where another package uses it. */
export async function removePackage(
  { name, manifest, force }: { readonly name: string; readonly manifest: string; readonly force: boolean },
  index: Index,
): Promise<Removed> {
  const installation = await openInstallation(manifest);
  const { locked, text } = needInstalled(installation, name);
  const [user] = usersOf(installation.lock, locked).filter((other) => other !== name);
  if (user !== undefined) {
    throw new UsageError(`${user} uses ${name}. Take ${user} out first: stackwright remove ${user}.`);
  }
  const { text: after, removed } = need(uninstall(text, locked, await expandInstalled(index, name, locked), force));
  const { [name]: _, ...packages } = installation.lock.packages;
  const lock = { ...installation.lock, packages };
  await writeTogether(
    new Map([
      [manifest, after],
      [installation.lockPath, writeLock(withImages(lock, after, {}))],
    ]),
  );
  const unused = Object.keys(packages).filter((other) => {
    const used = lockedIn(lock, other);
    return used !== undefined && usersOf(installation.lock, used).includes(name) && usersOf(lock, used).length === 0;
  });
  return { components: removed, unused };
}
