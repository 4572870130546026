import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { journalDirectory } from "../../deploy/sandboxDirectory";

/** Operations that lie further back are not looked for unasked. */
const latest = 20;

/** Whether it is worth loading the engine to look at the journal: an operation in it has no ending. */
export async function isUnfinished(): Promise<boolean> {
  const folder = journalDirectory();
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  for (const name of names.slice(-latest)) {
    const text = await readFile(join(folder, name), "utf8").catch(() => '"ended":');
    if (!text.includes('"ended":')) return true;
  }
  return false;
}
