import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../setup/paths";
import { buildPackage } from "./vsix";

const sources = [
  "extension",
  "webview",
  "schemas",
  "media",
  "packages",
  "syntaxes",
  "scripts/build",
  "package.json",
  "README.md",
];

/** The package at `file`, made anew only when something that goes into it is newer. */
export async function freshPackage(file: string): Promise<string> {
  const made = await changedAt(file);
  const changes = await Promise.all(sources.map((source) => changedAt(join(root, source))));
  return made > Math.max(...changes) ? file : buildPackage(file);
}

/** When a file, or the youngest file of a folder, was written; 0 when there is none. */
export async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => changedAt(join(path, name))));
  return Math.max(0, ...inside);
}
