import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Files, type Imported } from "../../extension/import/imported";
import { importFrom } from "../../extension/import/importFrom";
import { root } from "../setup/paths";

/** Public descriptions of real applications, where they stand beside the repository. They are read, and never copied. */
export const corpus = join(root, "..", "shared", "corpus");

export interface Row {
  /** From the corpus, with `/`. */
  readonly file: string;
  readonly imported: Imported;
  /** Of the last of the passes, all files it names read. */
  readonly milliseconds: number;
}

/** Imports every file of the corpus, each with the files beside it. Empty where there is no corpus. */
export function importCorpus(): readonly Row[] {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== corpus)
    .map((entry) => relative(corpus, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
    .map(importFile);
}

function importFile(file: string): Row {
  const folder = dirname(file);
  const name = file.slice(folder.length + 1);
  const texts = new Map<string, string>();
  const absent = new Set<string>();
  const load = (path: string): void => {
    const full = join(corpus, folder, path);
    if (existsSync(full)) texts.set(path, readFileSync(full, "utf8"));
    else absent.add(path);
  };
  load(name);
  for (;;) {
    const started = performance.now();
    const imported = importFrom(name, new Files(texts, absent), { name: folder });
    const milliseconds = performance.now() - started;
    if (imported.missing.length === 0) return { file, imported, milliseconds };
    for (const path of imported.missing) load(path);
  }
}
