import { existsSync } from "node:fs";
import { join } from "node:path";
import { folderTree } from "./folderTree";
import { indexIn } from "./indexIn";
import { SourceError } from "./sourceError";

/** Where packages come from: a folder of them, a git repository, or one package by itself. */
export interface Index {
  names(): Promise<readonly string[]>;
  /** Throws a `SourceError` where the index has no such package. */
  versions(name: string): Promise<readonly string[]>;
  /** The package file. Throws a `SourceError` where it is missing, too large, or lies elsewhere behind a link. */
  read(name: string, version: string): Promise<string>;
}

/** The index that comes with Stackwright, beside the bundle's folder or at the top of the sources. */
export function shippedIndex(): Index {
  const places = [join(__dirname, "..", "packages"), join(__dirname, "..", "..", "packages")];
  const folder = places.find((place) => existsSync(join(place, "index.md")));
  if (folder === undefined) throw new SourceError("The index of packages is missing. Install Stackwright again.");
  return openIndex(folder);
}

export const openIndex = (folder: string): Index => indexIn(folderTree(folder));
