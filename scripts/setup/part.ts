import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withLock } from "./lock.mjs";

/** A part of the tool chain that this machine lacks and that could not be set up. */
export class MissingPart extends Error {
  constructor(
    readonly what: string,
    /** How a person gets it. */
    readonly remedy: string,
  ) {
    super(`${what} is missing. ${remedy}`);
  }
}

/**
 * Makes a folder once for each `version`. Its marker is written last, so that an interrupted attempt is made anew.
 * Two processes at the same time: the second waits for the first and uses its result.
 */
export async function makeOnce(
  folder: string,
  version: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  if (await isMade(folder, version)) return;
  await withLock(`${folder}.lock`, async () => {
    if (await isMade(folder, version)) return;
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder);
    await make(folder);
    await writeFile(marker(folder), version);
  });
}

async function isMade(folder: string, version: string): Promise<boolean> {
  return existsSync(marker(folder)) && (await readFile(marker(folder), "utf8")) === version;
}

const marker = (folder: string): string => join(folder, ".made");
