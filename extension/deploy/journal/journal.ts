import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { t } from "../../manifest/l10n";
import { DeployError } from "../errors";
import { pruneRevisions } from "../operate/revision";
import { type Draft, type Ending, type JournalEntry, readEntry } from "./entry";
import { type Holder, lockStack } from "./lock";

/** Where operations are written down, so that another process can follow them to their end. */
export interface Journal {
  readonly folder: string;
}

/** An operation that this process has begun and written down. */
export interface Recorded {
  readonly entry: JournalEntry;
  /** It was refused before anything happened: there is nothing to remember. */
  forget(): Promise<void>;
  end(ending: Ending): Promise<void>;
  /** Lets others work on the stack. */
  release(): Promise<void>;
}

const most = 200;
const oldest = 90 * 24 * 3600_000;

/**
 * Takes the stack and writes the operation down, before the cloud is asked for it. Throws a `DeployError` with the code
 * `stack-busy` when another process of this machine works on the stack. `beside`: the operation ends the one that another
 * process may have under way, so it does not wait for that one's lock.
 */
export async function record(journal: Journal, draft: Draft, beside = false): Promise<Recorded> {
  const id = randomUUID().slice(0, 8);
  const owner = { pid: process.pid, host: hostname() };
  const startedAt = new Date().toISOString();
  const { stackName, stackId } = draft.plan;
  const lock = beside
    ? { release: async () => {} }
    : await lockStack(join(journal.folder, "locks"), stackId, { ...owner, id, startedAt });
  if (!("release" in lock)) throw new DeployError(busy(stackName, lock));
  const entry: JournalEntry = { ...draft, id, startedAt, owner };
  try {
    await prune(journal);
    await write(journal, entry);
  } catch (error) {
    await lock.release();
    throw new DeployError(unwritable(journal, stackName, error), { cause: error });
  }
  return {
    entry,
    forget: () => rm(fileOf(journal, entry), { force: true }),
    end: (ending) => end(journal, entry, ending),
    release: () => lock.release(),
  };
}

/** Writes down how an operation ended. Once written it stays as it is: whoever saw it first is right. */
export async function end(journal: Journal, entry: JournalEntry, ending: Ending): Promise<void> {
  const text = await readFile(fileOf(journal, entry), "utf8").catch(() => "");
  if (readEntry(text)?.ended) return;
  await write(journal, { ...entry, ended: ending });
}

/** All operations that can be read, the newest first. Damaged files are passed over. */
export async function operationsOf({ folder }: Journal): Promise<readonly JournalEntry[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8").catch(() => "")));
  const entries = texts.map(readEntry).filter((entry) => entry !== undefined);
  return entries.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

async function write(journal: Journal, entry: JournalEntry): Promise<void> {
  await mkdir(journal.folder, { recursive: true, mode: 0o700 });
  const file = fileOf(journal, entry);
  const draft = `${file}.${randomUUID()}.draft`;
  await writeFile(draft, JSON.stringify(entry), { mode: 0o600, flush: true });
  await rename(draft, file);
}

/** The time comes first, so that the names are in order also for files that cannot be read. */
function fileOf({ folder }: Journal, { id, startedAt }: Pick<JournalEntry, "id" | "startedAt">): string {
  return join(folder, `${startedAt.replace(/[^\dTZ]/g, "")}-${id}.json`);
}

async function prune(journal: Journal): Promise<void> {
  const limit = new Date(Date.now() - oldest).toISOString();
  const entries = await operationsOf(journal);
  const finished = entries.filter(({ ended }) => ended !== undefined);
  const surplus = new Set(finished.slice(Math.max(0, most - (entries.length - finished.length))));
  const gone = entries.filter((entry) => entry.startedAt < limit || surplus.has(entry));
  await Promise.all(gone.map((entry) => rm(fileOf(journal, entry), { force: true })));
  const left = entries.filter((entry) => !gone.includes(entry));
  await pruneRevisions(journal.folder, new Set(left.flatMap(({ revision }) => revision?.key ?? [])));
}

function busy(stackName: string, { id, pid, host, startedAt }: Holder) {
  return {
    code: "stack-busy",
    message: t`Another process (${pid} on ${host}) has been working on ${stackName} since ${startedAt.replace(/\.\d+Z$/, "Z")}.`,
    fix: t`Nothing was changed. Follow it with stackwright attach ${id}, or wait until it has ended and plan again.`,
  } as const;
}

function unwritable({ folder }: Journal, stackName: string, error: unknown) {
  return {
    code: "journal-unwritable",
    message: t`What is done to ${stackName} could not be written down, so nothing was begun.`,
    fix: t`The folder ${folder} must be one that can be written; STACKWRIGHT_STATE_DIR names another.`,
    raw: error instanceof Error ? error.message : String(error),
  } as const;
}
