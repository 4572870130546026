import { writeFile } from "node:fs/promises";
import type { App } from "../../manifest/app";
import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";
import { withFailure } from "../withFailure";

/** Prints the template that a deployment would use, or writes it to a file. */
export async function synth(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const tell = options.json ? (result: object) => terminal.out(`${JSON.stringify(result)}\n`) : undefined;
  return withFailure({ terminal, file, tell }, () => printTemplate(options, app, terminal));
}

async function printTemplate(options: Options, app: App, terminal: Terminal): Promise<number> {
  const { synthesize } = await import("../../deploy/bundle");
  const { template, stackName, capabilities, tags, outputs } = synthesize(app);
  if (options.output !== undefined) await write(options.output, `${JSON.stringify(template, undefined, 2)}\n`);
  if (options.json) {
    terminal.out(`${JSON.stringify({ ok: true, stackName, capabilities, tags, outputs, template })}\n`);
  } else if (options.output === undefined) {
    terminal.out(`${JSON.stringify(template, undefined, 2)}\n`);
  } else {
    terminal.out(`The template of ${stackName} is in ${options.output}.\n`);
  }
  return 0;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
