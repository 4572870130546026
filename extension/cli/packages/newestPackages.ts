import { chooseVersion } from "../../packages/chooseVersion";
import { type Package, readPackage } from "../../packages/readPackage";
import type { Index } from "../../sources/shippedIndex";
import { UsageError } from "../usage";

/** The newest version of each package of an index, by name. Throws a `UsageError` where a file of it is damaged. */
export async function newestPackages(index: Index): Promise<readonly Package[]> {
  return Promise.all(
    (await index.names()).map(async (name) => {
      const version = chooseVersion(name, "*", await index.versions(name));
      if (!version.ok) throw new UsageError(version.reason);
      const found = readPackage(await index.read(name, version.value));
      if (!found.ok) throw new UsageError(`${name} ${version.value}: ${found.reason}`);
      return found.value;
    }),
  );
}
