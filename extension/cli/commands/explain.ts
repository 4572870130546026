import { journalDirectory } from "../../deploy/sandboxDirectory";
import { openApp } from "../openApp";
import { openCloud } from "../openCloud";
import type { Options } from "../parseArguments";
import { renderFailure } from "../render/failure";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { withFailure } from "../withFailure";

/** Explains the last failure of an environment's stack, from its events. Changes nothing. */
export async function explain(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const document = (result: object) => options.json && terminal.out(`${JSON.stringify(result, null, 2)}\n`);
  return withFailure({ terminal, file, tell: options.json ? document : undefined }, async () => {
    const engine = await import("../../deploy/bundle");
    const open = await openCloud(options, app, terminal);
    try {
      const stackName = engine.stackName(app);
      const last = await engine.lastFailure(open.cloud, stackName, { folder: journalDirectory(terminal.env) });
      document({ ok: true, stackName, last: last ?? null });
      if (options.json) return 0;
      if (last === undefined) {
        terminal.out(`Nothing has failed in ${stackName}, as far as its events go back.\n`);
        return 0;
      }
      const paint = painter(terminal.colour);
      const since = last.mended ? " A later operation succeeded." : "";
      const when = last.at.replace("T", " ").replace(/\.\d+Z$/, " UTC");
      terminal.out(`The ${last.operation} of ${stackName} that began ${when} failed: ${last.status}.${since}\n\n`);
      terminal.out(renderFailure(last.failure, paint, file));
      return 0;
    } finally {
      await open.close();
    }
  });
}
