import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Manifest } from "../../manifest/manifest";
import { maskSecrets } from "../../manifest/maskSecrets";
import { holdsSecret, maskTemplate } from "./maskTemplate";

/** What was deployed, as it is given to the journal. */
export interface RevisionContent {
  readonly manifest: Manifest;
  /** The template's text: also says which images a build had made, by their digests. */
  readonly template: string;
}

/** The texts that were kept of it, with all that looks like a secret masked. */
export interface KeptRevision {
  readonly manifest: string;
  readonly template: string;
}

/** What the journal keeps of it beside an operation. */
export interface Revision {
  /** Under which the texts are kept, with all that looks like a secret masked. */
  readonly key: string;
  /** The commit that was checked out, in full. */
  readonly commit?: string;
  /** The manifest differed from that commit. */
  readonly changed?: true;
}

const folderOf = (journal: string): string => join(journal, "revisions");
const fileOf = (journal: string, key: string): string => join(folderOf(journal), `${key}.json`);

/**
 * Keeps what is needed to deploy the same again, beside the journal. Secrets are masked before anything is written; a
 * text that was kept before is not kept twice.
 * @param journal the journal's folder
 * @param path the manifest's, where it has one
 */
export async function keepRevision(
  journal: string,
  { manifest, template }: RevisionContent,
  path: string | undefined,
): Promise<Revision> {
  const masked: KeptRevision = {
    manifest: maskSecrets(manifest, holdsSecret),
    template: JSON.stringify(maskTemplate(JSON.parse(template))),
  };
  const text = JSON.stringify({ version: 1, ...masked });
  const key = createHash("sha256").update(text).digest("hex").slice(0, 32);
  await mkdir(folderOf(journal), { recursive: true, mode: 0o700 });
  const draft = `${fileOf(journal, key)}.${randomUUID()}.draft`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, fileOf(journal, key));
  return { key, ...(path === undefined ? {} : await commitOf(path)) };
}

/** Undefined when it is not there any more, or damaged. */
export async function readRevision(journal: string, key: string): Promise<KeptRevision | undefined> {
  if (!/^[0-9a-f]{32}$/.test(key)) return undefined;
  try {
    const read = JSON.parse(await readFile(fileOf(journal, key), "utf8")) as Partial<KeptRevision> | null;
    const { manifest, template } = read ?? {};
    return typeof manifest === "string" && typeof template === "string" ? { manifest, template } : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds. A text is kept a moment before the operation that speaks of it is written down. */
const young = 3600_000;

/** Removes the texts that no operation of the journal speaks of any more. */
export async function pruneRevisions(journal: string, used: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folderOf(journal)).catch(() => []);
  const unused = names.filter((name) => !used.has(basename(name, ".json")));
  await Promise.all(
    unused.map(async (name) => {
      const file = join(folderOf(journal), name);
      const found = await stat(file).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > young) await rm(file, { force: true });
    }),
  );
}

/** Nothing when there is no repository, or no Git: a deployment does not need either. */
async function commitOf(path: string): Promise<Pick<Revision, "commit" | "changed">> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)("git", [...args], { cwd: dirname(path), timeout: 5_000 });
    return stdout.trim();
  };
  try {
    const commit = await git("rev-parse", "--verify", "HEAD");
    const status = await git("status", "--porcelain", "--", basename(path));
    return { commit, ...(status === "" ? {} : { changed: true }) };
  } catch {
    return {};
  }
}
