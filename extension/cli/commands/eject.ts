import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";
import { withFailure } from "../withFailure";

/** Writes an environment as plain CloudFormation, with a page that says how to deploy it. Overwrites nothing. */
export async function eject(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const tell = options.json ? (result: object) => terminal.out(`${JSON.stringify(result)}\n`) : undefined;
  return withFailure({ terminal, file, tell }, async () => {
    const engine = await import("../../deploy/bundle");
    const { files } = engine.eject(app, engine.synthesize(app));
    const folder = options.output ?? `${engine.stackName(app)}-cloudformation`;
    const written = await writeAll(folder, files);
    if (tell) tell({ ok: true, files: written });
    else terminal.out(`${written.join("\n")}\nFrom here on this is yours. README.md says how it is deployed.\n`);
    return 0;
  });
}

async function writeAll(folder: string, files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [name, text] of files) {
    const path = join(folder, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: "wx" });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      throw new UsageError(
        code === "EEXIST"
          ? `${path} exists already. Choose another folder with --output, or delete it.`
          : `${path} cannot be written (${code}).`,
      );
    }
    written.push(path);
  }
  return written;
}
