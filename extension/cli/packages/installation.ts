import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Answer } from "../../packages/answer";
import { expand } from "../../packages/expand";
import type { Offered } from "../../packages/install";
import { type Lock, type Locked, lockedIn, readLock } from "../../packages/lock";
import { readPackage } from "../../packages/readPackage";
import { hashOf } from "../../sources/hashOf";
import type { Index } from "../../sources/shippedIndex";
import { prices } from "../../targets/aws/price/prices.generated";
import { UsageError } from "../usage";

/** A manifest with its lock. */
export interface Installation {
  readonly manifest: string;
  /** Undefined where there is no manifest yet. */
  readonly text: string | undefined;
  readonly lockPath: string;
  readonly lock: Lock;
}

/** Throws a `UsageError` where one of the files cannot be read. */
export async function openInstallation(manifest: string): Promise<Installation> {
  const lockPath = join(dirname(manifest), "stackwright.lock");
  const [text, locks] = await Promise.all([textOf(manifest), textOf(lockPath)]);
  const lock: Lock =
    locks === undefined ? { lockVersion: 1, prices: prices.asOf, packages: {} } : need(readLock(locks));
  return { manifest, text, lockPath, lock };
}

/** What is there of a package that has to be. Throws a `UsageError`. */
export function needInstalled(
  installation: Installation,
  name: string,
): { readonly locked: Locked; readonly text: string } {
  const locked = lockedIn(installation.lock, name);
  const { text, lock, lockPath, manifest } = installation;
  if (locked === undefined) {
    const others = Object.keys(lock.packages).join(", ");
    throw new UsageError(`${name} is not installed. ${lockPath} has ${others === "" ? "no package" : others}.`);
  }
  if (text === undefined) throw new UsageError(`${lockPath} has ${name}, but there is no ${manifest}.`);
  return { locked, text };
}

/** One version of a package. Throws a `UsageError` where the index has none, or one that is not what it says. */
export async function fetchPackage(index: Index, name: string, version: string): Promise<Offered> {
  const source = await index.read(name, version);
  const found = need(readPackage(source));
  if (found.name !== name || found.version !== version) {
    throw new UsageError(
      `The index's ${name} ${version} says that it is ${found.name} ${found.version}: do not use it.`,
    );
  }
  return { found, hash: hashOf(source) };
}

/** The installed version as it was expanded then. Throws a `UsageError` where the index has another file now. */
export async function expandInstalled(index: Index, name: string, locked: Locked): Promise<string> {
  const { found, hash } = await fetchPackage(index, name, locked.version);
  requireSameFile(name, locked, hash);
  return need(expand(found, locked.parameters));
}

export function requireSameFile(name: string, { version, hash: known }: Locked, hash: string): void {
  if (known === hash) return;
  throw new UsageError(
    `${name} ${version} is another file than the one that was installed (${hash}, not ${known}). A version must never change: find out who changed it.`,
  );
}

export function need<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new UsageError(answer.reason);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new UsageError(`${path} cannot be read (${code}).`);
  }
}
