import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { isWithin } from "../deploy/isWithin";
import { SourceError } from "./sourceError";
import { largestFile, type Tree } from "./tree";

/** A folder of this machine. */
export function folderTree(folder: string): Tree {
  return {
    label: folder,
    async folders(path) {
      const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(ifMissing);
      return (entries ?? []).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    async file(path) {
      const place = join(folder, path);
      const status = await lstat(place).catch(ifMissing);
      if (status === undefined) return undefined;
      if (!status.isFile() || !isWithin(await realpath(folder), await realpath(place))) {
        throw new SourceError(`${path} in ${folder} is a link to elsewhere, which is not followed.`);
      }
      if (status.size > largestFile) throw new SourceError(`${path} in ${folder} has more than ${largestFile} bytes.`);
      return readFile(place, "utf8");
    },
  };
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw new SourceError(`${error.path ?? "The folder"} cannot be read (${error.code}).`);
}
