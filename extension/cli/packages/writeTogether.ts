import { rename, rm, writeFile } from "node:fs/promises";
import { UsageError } from "../usage";

/**
 * Writes whole files in place of what is there: all of them aside first, and renamed only once every one is written, so
 * that none is ever half-written. Throws a `UsageError` where one cannot be written, and has then changed none unless
 * it was a rename that failed.
 */
export async function writeTogether(files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const aside = [...files].map(([path, text]) => ({ path, text, draft: `${path}.${process.pid}.new` }));
  try {
    for (const { draft, text } of aside) await writeFile(draft, text, { flag: "wx" });
    for (const { draft, path } of aside) await rename(draft, path);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path ?? "A file"} cannot be written (${code}).`);
  } finally {
    for (const { draft } of aside) await rm(draft, { force: true });
  }
}
