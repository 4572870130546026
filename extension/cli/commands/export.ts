import { relative, resolve, sep } from "node:path";
import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import type { ManifestFile } from "../readManifest";
import { noteRows, renderNotes } from "../render/notes";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";
import { writeEnv } from "../writeEnv";
import { writeFiles } from "../writeFiles";

/** Writes an environment for another platform, and says what of the manifest is not in the files. Overwrites nothing. */
export async function exportTo(options: Options, terminal: Terminal): Promise<number> {
  const { exportTargets, exportReadme } = await import("../../targets/export/bundle");
  const [asked = ""] = options.operands;
  const target = exportTargets.find(({ id }) => id === asked);
  if (target === undefined) {
    const list = exportTargets.map(({ id, label }) => `\n  ${id.padEnd(12)} ${label}`).join("");
    throw new UsageError(`There is no platform ${asked}. Choose one of these:${list}`);
  }
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const folder = options.output ?? `${app.name}-${app.environment}-${target.id}`;
  const exported = target.write(app, { manifestFolder: pathBetween(folder, file) });
  const page = exportReadme(app, target, exported);
  const written = [
    ...(await writeFiles(folder, new Map([["README.md", page], ...exported.files]))),
    ...(exported.files.has(".env.example") ? await writeEnv(folder, exported.variables) : []),
  ];
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

/** As the files of a platform take it: with `/`, whatever this machine has between folders. */
function pathBetween(folder: string, file: ManifestFile): string {
  return (
    relative(resolve(folder), resolve(file.folder ?? "."))
      .split(sep)
      .join("/") || "."
  );
}
