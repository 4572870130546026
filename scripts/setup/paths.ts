import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** What setup downloads; never committed, safe to delete. */
export const cache = join(root, ".cache");
/** What scripts write for people to look at. */
export const out = join(root, "out");
