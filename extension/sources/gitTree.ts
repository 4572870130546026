import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "./git";
import type { GitAddress } from "./gitAddress";
import { SourceError } from "./sourceError";
import { largestFile, type Tree } from "./tree";

export interface GitTree extends Tree {
  /** The bare repository, while it is there. */
  readonly folder: string;
}

/**
 * Fetches one commit of a repository, gives it to `use`, and deletes it again. There never is a work tree: files are
 * read from git's objects, so that no link, filter or name of the repository touches this machine. Throws a `SourceError`.
 */
export async function withGitTree<T>({ url, ref, path }: GitAddress, use: (tree: GitTree) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "stackwright-git-"));
  try {
    const branch = ref === undefined ? [] : ["--branch", ref];
    // A repository of packages is small; what is not is no package.
    const lean = ["--bare", "--depth", "1", "--no-tags", `--filter=blob:limit=${largestFile + 1}`];
    await git(["clone", "--quiet", ...lean, ...branch, "--", url, folder]);
    return await use(treeIn(folder, url, path));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function treeIn(folder: string, label: string, top: string): GitTree {
  const at = (path: string) => [top, path].filter((part) => part !== "").join("/");
  const entries = async (args: readonly string[]) => {
    const isNew = (await headOf(folder)) === undefined;
    const out = isNew ? "" : await git(["--git-dir", folder, "ls-tree", "-z", ...args]);
    return out.split("\0").flatMap((line) => {
      const [, mode = "", kind = "", id = "", size = "", name = ""] =
        /^(\d{6}) (\w+) ([0-9a-f]+)\s*(\S*)\t(.*)$/s.exec(line) ?? [];
      return name === "" ? [] : [{ mode, kind, id, size: Number(size), name }];
    });
  };
  return {
    folder,
    label,
    async folders(path) {
      const below = at(path);
      const found = await entries(["HEAD", "--", ...(below === "" ? [] : [`${below}/`])]);
      return found.filter(({ kind }) => kind === "tree").map(({ name }) => name.slice(name.lastIndexOf("/") + 1));
    },
    async file(path) {
      const place = at(path);
      const [found] = await entries(["-l", "HEAD", "--", place]);
      if (found === undefined) return undefined;
      if (found.kind !== "blob" || !found.mode.startsWith("100")) {
        throw new SourceError(`${place} in ${label} is a link or no file, which is not followed.`);
      }
      if (!(found.size <= largestFile))
        throw new SourceError(`${place} in ${label} has more than ${largestFile} bytes.`);
      return git(["--git-dir", folder, "cat-file", "blob", found.id]);
    },
  };
}

/** The commit that a repository has checked out; undefined in a new one, which has none. */
export async function headOf(folder: string): Promise<string | undefined> {
  const answer = await git(["--git-dir", folder, "cat-file", "--batch-check"], { input: "HEAD\n" });
  return /^([0-9a-f]{40,64}) commit/.exec(answer)?.[1];
}
