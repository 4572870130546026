import { fetchShared, shared } from "../browser/shared";
import type { Packages } from "./load";

/** Takes the place of `load.ts` in a browser, whose host knows no files. */
export async function loadGallery(): Promise<Packages> {
  await fetchShared(["./gallery.js"]);
  return shared("./gallery.js") as Packages;
}
