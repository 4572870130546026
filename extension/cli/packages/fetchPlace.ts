import { type Fetched, fetchPackage } from "./installation";
import { openPackage } from "./sources/openSource";

/** The one package at a place: a folder, an archive, a repository. Throws a `UsageError`. */
export async function fetchPlace(place: string): Promise<Fetched> {
  const index = await openPackage(place);
  const [version = ""] = await index.versions(index.only);
  return fetchPackage(index, index.only, version);
}
