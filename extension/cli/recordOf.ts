import { resolve } from "node:path";
import { journalDirectory } from "../deploy/sandboxDirectory";
import type { ManifestFile } from "./readManifest";
import type { Terminal } from "./terminal";

/** Where an operation is written down, and of which manifest. */
export function recordOf({ env }: Terminal, { name, folder }: ManifestFile) {
  const journal = { folder: journalDirectory(env) };
  return folder === undefined ? { journal } : { journal, manifest: resolve(name) };
}
