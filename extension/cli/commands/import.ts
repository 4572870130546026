import { basename, dirname, join, resolve } from "node:path";
import type { ImportOptions } from "../../import/imported";
import { readAround } from "../import/readAround";
import type { Options } from "../parseArguments";
import { importReport, reportRows } from "../render/importReport";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { replaceFile, writeFiles } from "../writeFiles";

/**
 * Makes a manifest of another format's file, and says what it does not carry. Writes one file at most, and none that is
 * there already unless that is asked for. Gives 1 where the import is refused.
 */
export async function importApplication(options: Options, terminal: Terminal): Promise<number> {
  const [given = "."] = options.files;
  const { importFrom } = await import("../../import/importFrom");
  const { folder, file, others, read } = await readAround(given);
  const asked: ImportOptions = {
    keepUnsupported: options.keepUnsupported,
    profiles: options.profiles ?? [],
    name: basename(resolve(folder)),
  };
  const imported = await read((files) => importFrom(file, files, asked));
  const rows = reportRows(imported);
  const output = options.output ?? join(given === "." ? "." : dirname(join(folder, file)), "stackwright.yaml");
  const writes = imported.kind === "manifest" && !options.dryRun;
  if (writes) {
    if (options.force) await replaceFile(output, imported.text);
    else await writeFiles(dirname(output), new Map([[basename(output), imported.text]]));
  }
  if (options.json) {
    const { kind, missing, ...rest } = imported;
    const written = writes ? { output } : {};
    terminal.out(`${JSON.stringify({ ok: kind === "manifest", ...rest, notes: rows, others, ...written })}\n`);
  } else
    terminal.out(
      importReport(imported, { rows, others, written: writes ? output : undefined }, painter(terminal.colour)),
    );
  return imported.kind === "manifest" ? 0 : 1;
}
