import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Owner } from "./entry";

/** Who holds a stack, with which operation, and since when (ISO 8601). */
export interface Holder extends Owner {
  readonly id: string;
  readonly startedAt: string;
}

export interface Lock {
  release(): Promise<void>;
}

/** Milliseconds. A process that was stopped or asleep this long has lost its lock. */
const lostAfter = 120_000;
const heartbeat = 10_000;

/**
 * Takes a stack for one operation, across all processes that share the folder. Gives who holds it, when somebody does.
 * The lock of a process that is no more is taken over.
 */
export async function lockStack(folder: string, stackId: string, holder: Holder): Promise<Lock | Holder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${createHash("sha256").update(stackId).digest("hex").slice(0, 32)}.lock`);
  for (;;) {
    if (await create(file, holder)) return held(file, holder);
    const current = await holderOf(file);
    if (current !== undefined && current !== "damaged" && !(await isLost(file, current))) return current;
    if (current !== undefined) await removeLost(file, current === "damaged" ? undefined : current.id);
  }
}

/** Complete from its first moment: it is written under another name, and linking fails where the name is taken. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function held(file: string, holder: Holder): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, heartbeat);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      const current = await holderOf(file);
      if (typeof current === "object" && current.id === holder.id) await rm(file, { force: true });
    },
  };
}

async function holderOf(file: string): Promise<Holder | "damaged" | undefined> {
  try {
    const holder = JSON.parse(await readFile(file, "utf8")) as Partial<Holder> | null;
    const { id, pid, host, startedAt } = holder ?? {};
    return id && pid && host && startedAt ? { id, pid, host, startedAt } : "damaged";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "damaged";
  }
}

async function isLost(file: string, holder: Owner): Promise<boolean> {
  if (!isAlive(holder)) return true;
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > lostAfter;
}

/** True also for a process of another machine, of which nobody here can know. */
export function isAlive({ pid, host }: Owner): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Moved aside before it is deleted: when another process was quicker, the file is that one's new lock and goes back. */
async function removeLost(file: string, id: string | undefined): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await holderOf(aside);
  if (typeof moved === "object" && moved.id !== id) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}
