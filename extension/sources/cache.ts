import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { hashOf } from "./hashOf";

type Environment = Readonly<Record<string, string | undefined>>;

/** What was fetched from elsewhere once, by its hash: it works offline then. Losing it loses nothing. */
export interface Cache {
  /** Keeps a text, and forgets about it where the disk does not take it. @returns its hash */
  keep(text: string): Promise<string>;
  /** A text that was kept; undefined where there is none, or where what lies there has another hash by now. */
  kept(hash: string): Promise<string | undefined>;
  /** Remembers a text under a name of its own, such as an index's address. */
  keepAs(name: string, text: string): Promise<void>;
  keptAs(name: string): Promise<string | undefined>;
}

/** The cache in `STACKWRIGHT_CACHE_DIR`, or where the platform has the caches of programs. */
export function openCache(env: Environment, platform: NodeJS.Platform = process.platform): Cache {
  const folder = join(env["STACKWRIGHT_CACHE_DIR"] || join(cacheFolder(env, platform), "stackwright"), "packages");
  const read = (name: string) => readFile(join(folder, name), "utf8").catch(() => undefined);
  const write = async (name: string, text: string) => {
    const draft = join(folder, `${name}.${process.pid}.new`);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(draft, text);
      await rename(draft, join(folder, name));
    } catch {
      // A full or read-only disk: the next time, it is fetched again.
    }
  };
  const cache: Cache = {
    async keep(text) {
      const hash = hashOf(text);
      if ((await cache.kept(hash)) === undefined) await write(hash, text);
      return hash;
    },
    async kept(hash) {
      const text = await read(hash);
      return text !== undefined && hashOf(text) === hash ? text : undefined;
    },
    keepAs: (name, text) => write(`${hashOf(name)}.names`, text),
    keptAs: (name) => read(`${hashOf(name)}.names`),
  };
  return cache;
}

function cacheFolder(env: Environment, platform: NodeJS.Platform): string {
  if (platform === "win32") return env["LOCALAPPDATA"] || join(homedir(), "AppData", "Local");
  if (platform === "darwin") return join(homedir(), "Library", "Caches");
  return env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
}
