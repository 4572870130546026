import { existsSync } from "node:fs";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { isWithin } from "../../deploy/isWithin";
import { UsageError } from "../usage";

/** Bytes of one package file. */
const largest = 256 * 1024;

/** A folder of packages, offline: `<name>/<version>/stackwright.package.yaml`. */
export interface Index {
  readonly folder: string;
  names(): Promise<readonly string[]>;
  /** Throws a `UsageError` where the index has no such package. */
  versions(name: string): Promise<readonly string[]>;
  /** The package file. Throws a `UsageError` where it is missing, too large, or lies elsewhere behind a link. */
  read(name: string, version: string): Promise<string>;
}

/** The index that comes with Stackwright, beside the bundle's folder or at the top of the sources. */
export function shippedIndex(): Index {
  const places = [join(__dirname, "..", "packages"), join(__dirname, "..", "..", "..", "packages")];
  const folder = places.find((place) => existsSync(join(place, "index.md")));
  if (folder === undefined) throw new UsageError("The index of packages is missing. Install Stackwright again.");
  return openIndex(folder);
}

/** The index in a folder, or without one the shipped one. */
export function indexOf(folder: string | undefined): Index {
  if (folder === undefined) return shippedIndex();
  if (existsSync(folder)) return openIndex(folder);
  throw new UsageError(`There is no folder ${folder} to take packages from.`);
}

export function openIndex(folder: string): Index {
  const names = async () => (await foldersIn(folder)).sort();
  return {
    folder,
    names,
    async versions(name) {
      const known = await names();
      if (known.includes(name)) return foldersIn(join(folder, name));
      throw new UsageError(`There is no package ${name}. There are: ${known.join(", ")}.`);
    },
    async read(name, version) {
      const path = join(folder, name, version, "stackwright.package.yaml");
      const status = await lstat(path).catch(() => undefined);
      if (status === undefined) throw new UsageError(`The index has no file for ${name} ${version}.`);
      if (!status.isFile() || !isWithin(await realpath(folder), await realpath(path))) {
        throw new UsageError(`The index's file for ${name} ${version} is a link to elsewhere, which is not followed.`);
      }
      if (status.size > largest) throw new UsageError(`The file of ${name} ${version} has more than ${largest} bytes.`);
      return readFile(path, "utf8");
    },
  };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
