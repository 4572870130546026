import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "./usage";

/** Writes texts by file name into a folder, which is made. Throws a `UsageError` where there is a file already. `mode` is as of `open`. @returns their paths */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  mode = 0o666,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [name, text] of files) {
    const path = join(folder, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: "wx", mode });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      throw new UsageError(
        code === "EEXIST"
          ? `${path} exists already. Choose another folder with --output, or delete it.`
          : `${path} cannot be written (${code}).`,
      );
    }
    written.push(path);
  }
  return written;
}
