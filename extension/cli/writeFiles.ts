import { access, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeTogether } from "./packages/writeTogether";
import { UsageError } from "./usage";

/**
 * Writes texts by file name into a folder, which is made. Throws a `UsageError` where one of them is there already,
 * and has written none then. @param secret names of files for their owner's eyes alone @returns their paths
 */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  secret: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  for (const name of files.keys()) if (await isThere(join(folder, name))) throw existsAlready(join(folder, name));
  const written: string[] = [];
  for (const [name, text] of files) {
    const path = join(folder, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: "wx", mode: secret.has(name) ? 0o600 : 0o666 });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      throw code === "EEXIST" ? existsAlready(path) : new UsageError(`${path} cannot be written (${code}).`);
    }
    written.push(path);
  }
  return written;
}

/** Writes a text in the place of whatever the file holds now, never half. Throws a `UsageError` where that cannot be. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be written (${error.code}).`);
  });
  await writeTogether(new Map([[path, text]]));
}

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const existsAlready = (path: string): UsageError =>
  new UsageError(`${path} exists already. Choose another folder with --output, or delete it.`);
