import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { root } from "../setup/paths";

export interface Source {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const left = new Set(["node_modules", "dist", "out", ".cache", "golden", "fixtures"]);

/** Every TypeScript and style file below a folder that people write and read; what is generated stays out. */
export function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`.split(sep).join("/");
    if (entry.isDirectory()) return left.has(entry.name) ? [] : sourcesIn(path);
    if (!/\.(tsx?|mts|css)$/.test(entry.name) || entry.name.includes(".generated.")) return [];
    const text = readFileSync(join(root, path), "utf8");
    return [{ path, text, lines: text.trimEnd().split("\n").length }];
  });
}
