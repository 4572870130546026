import { fetchShared, shared } from "../browser/shared";
import type { Importing } from "./load";

/** Takes the place of `load.ts` in a browser, whose host knows no files. */
export async function loadImport(): Promise<Importing> {
  await fetchShared(["./import.js"]);
  return shared("./import.js") as Importing;
}
