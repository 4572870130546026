import type { Offered } from "../../packages/install";
import { openPackage } from "../../sources/openSource";
import { fetchPackage } from "./installation";

/** The one package at a place: a folder, an archive, a repository. Throws a `UsageError`. */
export async function fetchPlace(place: string): Promise<Offered> {
  const index = await openPackage(place);
  const [version = ""] = await index.versions(index.only);
  return fetchPackage(index, index.only, version);
}
