import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Runs `work` while no other process holds the lock file. A lock whose process has died counts as free.
 * Plain JavaScript, because it is needed before anything is installed.
 */
export async function withLock(file, work) {
  await mkdir(dirname(file), { recursive: true });
  while (!(await take(file))) {
    await discardStale(file);
    await delay(200);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file) {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    // Windows says EPERM while the file is being deleted.
    if (error.code === "EEXIST" || error.code === "EPERM") return false;
    throw error;
  }
}

async function discardStale(file) {
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (!pid || isAlive(pid)) return;
  // Two waiters may see the same dead holder: only one of them can move its file away.
  const aside = `${file}.${process.pid}.stale`;
  await rename(file, aside).catch(() => undefined);
  await rm(aside, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
