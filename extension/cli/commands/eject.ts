import { nounOf } from "../../manifest/schema";
import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";
import { withFailure } from "../withFailure";
import { writeFiles } from "../writeFiles";

/** Writes an environment as plain CloudFormation, with a page that says how to deploy it. Overwrites nothing. */
export async function eject(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const tell = options.json ? (result: object) => terminal.out(`${JSON.stringify(result)}\n`) : undefined;
  return withFailure({ terminal, file, tell }, async () => {
    const engine = await import("../../deploy/bundle");
    const { files } = engine.eject(app, engine.synthesize(app), nounOf);
    const folder = options.output ?? `${engine.stackName(app)}-cloudformation`;
    const written = await writeFiles(folder, files);
    if (tell) tell({ ok: true, files: written });
    else terminal.out(`${written.join("\n")}\nFrom here on this is yours. README.md says how it is deployed.\n`);
    return 0;
  });
}
