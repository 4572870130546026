import { openCache } from "../../../sources/cache";
import { readGitAddress } from "../../../sources/gitAddress";
import { withGitTree } from "../../../sources/gitTree";
import { packageFile } from "../../../sources/tree";

/**
 * What becomes `dist/repository.js`, read when somebody agrees to fetch a package from a repository.
 * @param address as `stackwright install` takes it @returns the package's file, which may be anything. Rejects with what
 * git said, or where the repository has no such file.
 */
export async function fetchPackage(address: string): Promise<string> {
  const text = await withGitTree(readGitAddress(address), (tree) => tree.file(packageFile));
  if (text === undefined) throw new Error(`${address} is no package: there is no ${packageFile} in it.`);
  // What is installed is updated and removed by what it was, also when the repository has another version by then.
  await openCache(process.env).keep(text);
  return text;
}
