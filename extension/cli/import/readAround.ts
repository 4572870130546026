import { lstat, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isWithin } from "../../deploy/isWithin";
import { knownFiles } from "../../import/detect";
import { Files, type Imported, withinFolder } from "../../import/imported";
import { UsageError } from "../usage";

/** Bytes of one file; more is no description that a person has written. */
const largest = 1024 * 1024;
/** Files that one import reads, and how often it may ask for more. */
const most = 200;
const rounds = 20;

export interface Around {
  readonly folder: string;
  /** The file that is imported, from the folder. */
  readonly file: string;
  /** Other known files of the folder, which are not imported. */
  readonly others: readonly string[];
  /** Imports, and again with each file that turns out to be needed. */
  read(run: (files: Files) => Imported): Promise<Imported>;
}

/** Finds what is to be imported: a file, or the first known one of a folder. Throws a `UsageError`. */
export async function readAround(given: string): Promise<Around> {
  const found = await lstatOf(given);
  if (found === undefined) throw new UsageError(`${given} does not exist.`);
  const isFolder = found.isDirectory() || (found.isSymbolicLink() && (await isDirectory(given)));
  const folder = isFolder ? given : dirname(given);
  const present = isFolder ? await presentFiles(folder) : [basename(given)];
  const [file, ...others] = present;
  if (file === undefined) {
    throw new UsageError(`${given} has none of ${knownFiles.map(([name]) => name).join(", ")}.`);
  }
  const texts = new Map<string, string>();
  const absent = new Set<string>();
  const load = async (path: string): Promise<void> => {
    const text = texts.size >= most ? undefined : await textOf(folder, path, path === file);
    if (text === undefined) absent.add(path);
    else texts.set(path, text);
  };
  await load(file);
  return {
    folder,
    file,
    others,
    async read(run) {
      let imported = run(new Files(texts, absent));
      for (let round = 0; round < rounds && imported.missing.length > 0; round++) {
        for (const path of imported.missing) await load(path);
        imported = run(new Files(texts, absent));
      }
      return imported;
    },
  };
}

async function presentFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name] of knownFiles) if ((await lstatOf(join(folder, name)))?.isFile()) found.push(name);
  return found;
}

/**
 * The text of a file in the folder. One that is not there, is no plain file, or lies elsewhere behind a link is
 * undefined; the file that was named is an error then.
 */
async function textOf(folder: string, path: string, named: boolean): Promise<string | undefined> {
  const inside = withinFolder(path);
  const full = join(folder, path);
  const status = inside === undefined ? undefined : await lstatOf(named ? await realpath(full) : full);
  const refuse = (why: string): undefined => {
    if (named) throw new UsageError(`${full} ${why}.`);
    return undefined;
  };
  if (status === undefined || !status.isFile()) return refuse("is no file");
  if (status.size > largest) return refuse(`has ${status.size} bytes; more than ${largest} are not read`);
  if (!named && !isWithin(await realpath(folder), await realpath(full))) return undefined;
  try {
    return await readFile(full, "utf8");
  } catch (error) {
    return refuse(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

const lstatOf = (path: string) => lstat(path).catch(() => undefined);

const isDirectory = async (path: string): Promise<boolean> =>
  (await lstatOf(await realpath(path).catch(() => path)))?.isDirectory() ?? false;
