import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readArchive } from "./archive";
import { openCache } from "./cache";
import { folderTree } from "./folderTree";
import { isGitAddress, readGitAddress } from "./gitAddress";
import { gitIndex } from "./gitIndex";
import { withGitTree } from "./gitTree";
import { mergeIndexes } from "./mergeIndexes";
import { isOciAddress, readOciAddress } from "./ociAddress";
import { onePackage } from "./onePackage";
import { openRegistryPackage } from "./registryPackage";
import { type Index, openIndex, shippedIndex } from "./shippedIndex";
import { SourceError } from "./sourceError";
import { packageFile, type Tree } from "./tree";

/** What opening a source needs of a terminal. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** To standard error: what a person should know, though it goes on. */
  err(text: string): void;
}

/** Whether a word names a place rather than a package: `./shop`, `/srv/shop`, `shop-1.0.0.tgz`, an address. */
export const isPlace = (text: string): boolean =>
  /^(?:\.{0,2}[\\/]|\.\.?$|[A-Za-z]:[\\/])|\.tgz$/.test(text) || isGitAddress(text) || isOciAddress(text);

/**
 * All indexes of a command as one: those of `--index`, or else those of `STACKWRIGHT_INDEX`, separated by spaces, or
 * else the one that comes with Stackwright. Throws a `SourceError`.
 */
export async function openIndexes(places: readonly string[], around: Surroundings): Promise<Index> {
  const usual = (around.env["STACKWRIGHT_INDEX"] ?? "").split(/\s+/).filter((place) => place !== "");
  const chosen = places.length > 0 ? places : usual;
  if (chosen.length === 0) return shippedIndex();
  return mergeIndexes(await Promise.all(chosen.map((place) => openPlace(place, around))));
}

async function openPlace(place: string, { env, err }: Surroundings): Promise<Index> {
  if (isGitAddress(place)) return gitIndex(place, openCache(env), err);
  if (isOciAddress(place))
    throw new SourceError("A registry has one package at an address: install it by its address.");
  if (existsSync(place)) return openIndex(resolve(place));
  throw new SourceError(`There is no folder ${place} to take packages from.`);
}

export type OnePackage = Index & { readonly only: string };

/** One package by itself: its folder, its archive, a repository or a registry with it. Throws a `SourceError`. */
export async function openPackage(place: string): Promise<OnePackage> {
  if (isOciAddress(place)) return openRegistryPackage(readOciAddress(place));
  if (isGitAddress(place)) return withGitTree(readGitAddress(place), packageIn);
  if (place.endsWith(".tgz")) return onePackage(await readArchive(place), place);
  return packageIn(folderTree(resolve(place)));
}

async function packageIn(tree: Tree): Promise<OnePackage> {
  const text = await tree.file(packageFile);
  if (text === undefined) throw new SourceError(`${tree.label} is no package: there is no ${packageFile} in it.`);
  return onePackage(text, tree.label);
}
