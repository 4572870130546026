import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Manifest, openManifest } from "../manifest/manifest";
import type { Terminal } from "./terminal";
import { UsageError } from "./usage";

export interface ManifestFile {
  /** As it was typed, for messages. */
  readonly name: string;
  readonly manifest: Manifest;
  /** Where it lies; undefined for what came through standard input. */
  readonly folder?: string;
}

const usual = "stackwright.yaml";

/** Bytes. Far above what a manifest may have, far below what would hurt to read. */
const largest = 64 * 1024 * 1024;

/** Reads a manifest: a file, a folder that has one, `-` for standard input, or what is in the current folder. */
export async function readManifest(given: string | undefined, terminal: Terminal): Promise<ManifestFile> {
  if (given === "-") return { name: "<stdin>", manifest: openManifest(await terminal.readInput()) };
  const name = await fileFor(given);
  return { name, manifest: openManifest(await read(name)), folder: dirname(name) };
}

async function fileFor(given: string | undefined): Promise<string> {
  const found = await statOf(given ?? usual);
  if (given === undefined) {
    if (found?.isFile()) return usual;
    throw new UsageError(`No file is given, and there is no ${usual} in this folder.`);
  }
  if (found === undefined) throw new UsageError(`${given} does not exist.`);
  if (found.size > largest) throw new UsageError(`${given} is too large to be a manifest.`);
  if (!found.isDirectory()) return given;
  const inside = join(given, usual);
  if ((await statOf(inside))?.isFile()) return inside;
  throw new UsageError(`${given} is a folder without a ${usual} in it.`);
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(`${path} cannot be read${code === "EACCES" ? ": permission denied" : ` (${code})`}.`);
  }
}
