import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Offered } from "../../packages/install";
import { folderTree } from "../../sources/folderTree";
import { git } from "../../sources/git";
import { isGitAddress, readGitAddress } from "../../sources/gitAddress";
import { headOf, withGitTree } from "../../sources/gitTree";
import { hashOf } from "../../sources/hashOf";
import { isOciAddress } from "../../sources/ociAddress";
import { packageFile, type Tree } from "../../sources/tree";
import { UsageError } from "../usage";
import { intoRegistry } from "./registryPublish";

/**
 * Puts a package into an index: a folder, a repository, in which it becomes a commit, or an OCI registry. @returns false where the index
 * has it already. Throws a `UsageError` where the index has another file under the version.
 * @param dryRun finds out what would happen, and writes nothing
 */
export function publishPackage(fetched: Offered, to: string, dryRun: boolean): Promise<boolean> {
  if (isOciAddress(to)) return intoRegistry(fetched, to, dryRun);
  return isGitAddress(to) ? intoRepository(fetched, to, dryRun) : intoFolder(fetched, to, dryRun);
}

async function intoFolder(fetched: Offered, to: string, dryRun: boolean): Promise<boolean> {
  const path = pathOf(fetched);
  if (await hasAlready(folderTree(resolve(to)), fetched)) return false;
  if (dryRun) return true;
  const file = join(to, path);
  try {
    await mkdir(join(file, ".."), { recursive: true });
    // Not over one that somebody else has put there in the meantime.
    await writeFile(file, fetched.found.text, { flag: "wx" });
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  return true;
}

function intoRepository(fetched: Offered, to: string, dryRun: boolean): Promise<boolean> {
  const address = readGitAddress(to);
  return withGitTree(address, async (tree) => {
    if (await hasAlready(tree, fetched)) return false;
    if (dryRun) return true;
    const { name, version, text } = fetched.found;
    const path = [address.path, pathOf(fetched)].filter((part) => part !== "").join("/");
    const env = { GIT_INDEX_FILE: join(tree.folder, "stackwright.index") };
    const run = async (args: readonly string[], input = "") =>
      (await git(["--git-dir", tree.folder, ...args], { env, input })).trim();
    const parent = await headOf(tree.folder);
    if (parent !== undefined) await run(["read-tree", parent]);
    const blob = await run(["hash-object", "-w", "--stdin"], text);
    await run(["update-index", "--add", "--cacheinfo", `100644,${blob},${path}`]);
    const root = await run(["write-tree"]);
    const parents = parent === undefined ? [] : ["-p", parent];
    const commit = await run(["commit-tree", root, ...parents, "-m", `Publish ${name} ${version}`]);
    const branch = address.ref ?? (await run(["symbolic-ref", "--short", "HEAD"]));
    // Without force: where somebody was faster, git refuses, and a second try begins from theirs.
    await run(["push", "--quiet", "origin", `${commit}:refs/heads/${branch}`]);
    return true;
  });
}

const pathOf = ({ found }: Offered): string => `${found.name}/${found.version}/${packageFile}`;

async function hasAlready(tree: Tree, fetched: Offered): Promise<boolean> {
  const there = await tree.file(pathOf(fetched));
  if (there === undefined) return false;
  if (hashOf(there) === fetched.hash) return true;
  const { name, version } = fetched.found;
  throw new UsageError(
    `${tree.label} has ${name} ${version} already, with other content. A version never changes: raise the version.`,
  );
}
