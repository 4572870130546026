import { writeLock } from "../../packages/lock";
import { uninstall } from "../../packages/uninstall";
import { expandInstalled, need, needInstalled, openInstallation } from "./installation";
import type { Index } from "./shippedIndex";
import { writeTogether } from "./writeTogether";

/** Takes a package out of a manifest and its lock. @returns the components that went. Throws a `UsageError`. */
export async function removePackage(
  { name, manifest, force }: { readonly name: string; readonly manifest: string; readonly force: boolean },
  index: Index,
): Promise<readonly string[]> {
  const installation = await openInstallation(manifest);
  const { locked, text } = needInstalled(installation, name);
  const { text: after, removed } = need(
    uninstall(text, locked.components, await expandInstalled(index, name, locked), force),
  );
  const { [name]: _, ...packages } = installation.lock.packages;
  await writeTogether(
    new Map([
      [manifest, after],
      [installation.lockPath, writeLock({ ...installation.lock, packages })],
    ]),
  );
  return removed;
}
