import type { Cache } from "./cache";
import { readGitAddress } from "./gitAddress";
import { withGitTree } from "./gitTree";
import { indexIn } from "./indexIn";
import type { Index } from "./shippedIndex";
import { SourceError } from "./sourceError";
import { packageFile } from "./tree";

/** Hashes by `<name>/<version>`. */
type Listing = ReadonlyMap<string, string>;

/**
 * The index in a repository, as it is now. Where it cannot be reached, as it was the last time, which `say` is told.
 * Throws a `SourceError` where there was no last time.
 */
export async function gitIndex(place: string, cache: Cache, say: (text: string) => void): Promise<Index> {
  const texts = new Map<string, string>();
  try {
    const listing = await fetchAll(place, cache, texts);
    await cache.keepAs(place, JSON.stringify([...listing]));
    return indexOver(place, listing, async (hash) => texts.get(hash));
  } catch (error) {
    const listing = listingIn(await cache.keptAs(place));
    if (listing === undefined || !(error instanceof SourceError)) throw error;
    say(`${place} cannot be reached (${error.message}) What was fetched from it the last time is used.\n`);
    return indexOver(place, listing, (hash) => cache.kept(hash));
  }
}

function fetchAll(place: string, cache: Cache, texts: Map<string, string>): Promise<Listing> {
  return withGitTree(readGitAddress(place), async (tree) => {
    const listing = new Map<string, string>();
    const index = indexIn(tree);
    for (const name of await index.names()) {
      for (const version of await index.versions(name)) {
        const text = await tree.file(`${name}/${version}/${packageFile}`);
        if (text === undefined) continue;
        const hash = await cache.keep(text);
        texts.set(hash, text);
        listing.set(`${name}/${version}`, hash);
      }
    }
    return listing;
  });
}

function indexOver(place: string, listing: Listing, textOf: (hash: string) => Promise<string | undefined>): Index {
  const pairs = [...listing.keys()].map((key) => key.split("/"));
  return indexIn({
    label: place,
    folders: async (path) => [
      ...new Set(
        path === ""
          ? pairs.map(([name = ""]) => name)
          : pairs.filter(([name]) => name === path).map(([, version = ""]) => version),
      ),
    ],
    file: async (path) => {
      const hash = listing.get(path.slice(0, -packageFile.length - 1));
      return hash === undefined ? undefined : textOf(hash);
    },
  });
}

/** The cache is a file like any other: what is not of its form is as if it were not there. */
function listingIn(text: string | undefined): Listing | undefined {
  try {
    const data: unknown = JSON.parse(text ?? "");
    if (!Array.isArray(data)) return undefined;
    return new Map(data.map(([key, hash]) => [String(key), String(hash)]));
  } catch {
    return undefined;
  }
}
