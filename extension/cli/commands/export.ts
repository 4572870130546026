import { join, relative, resolve, sep } from "node:path";
import { freshSecret } from "../../deploy/freshSecret";
import { envText } from "../../targets/export/envText";
import type { Exported } from "../../targets/export/exported";
import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import type { ManifestFile } from "../readManifest";
import { noteRows, renderNotes } from "../render/notes";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";
import { isThere, writeFiles } from "../writeFiles";

/** Writes an environment for another platform, and says what of the manifest is not in the files. Overwrites nothing. */
export async function exportTo(options: Options, terminal: Terminal): Promise<number> {
  const { exportTargets, exportReadme } = await import("../../targets/export/bundle");
  const [asked = ""] = options.operands;
  const target = exportTargets.find(({ id }) => id === asked);
  if (target === undefined) {
    const list = exportTargets.map(({ id, label }) => `\n  ${id.padEnd(16)} ${label}`).join("");
    throw new UsageError(`There is no platform ${asked}. Choose one of these:${list}`);
  }
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const folder = options.output ?? `${app.name}-${app.environment}-${target.id}`;
  const exported = target.write(app, { manifestFolder: pathBetween(folder, file) });
  // Named after the platform: the folder may be a repository's, which has a README of its own.
  const page = [`${target.id}.md`, exportReadme(app, target, exported)] as const;
  const files = new Map([...exported.files, page, ...(await localFiles(folder, exported))]);
  const written = await writeFiles(folder, files, new Set([".env"]));
  const notes = noteRows(file.manifest, exported.notes);
  const { variables } = exported;
  if (options.json) terminal.out(`${JSON.stringify({ ok: true, files: written, variables, notes })}\n`);
  else {
    const empty = variables.filter(({ length }) => length === undefined).map(({ name }) => `  ${name}\n`);
    const fill = empty.length > 0 ? `\nTo be set before the start:\n${empty.join("")}` : "";
    terminal.out(`${written.join("\n")}\n${fill}${renderNotes(file.name, notes, painter(terminal.colour))}`);
  }
  return 0;
}

/** Where variables are read from a file: that file, and what keeps it from version control unless that is decided. */
async function localFiles(
  folder: string,
  { files, variables }: Exported,
): Promise<readonly (readonly [string, string])[]> {
  if (!files.has(".env.example")) return [];
  const ignore = (await isThere(join(folder, ".gitignore"))) ? [] : [[".gitignore", ".env\n"] as const];
  return [...ignore, [".env", envText(variables, freshSecret)]];
}

/** As the files of a platform take it: with `/`, whatever this machine has between folders. */
function pathBetween(folder: string, file: ManifestFile): string {
  return (
    relative(resolve(folder), resolve(file.folder ?? "."))
      .split(sep)
      .join("/") || "."
  );
}
