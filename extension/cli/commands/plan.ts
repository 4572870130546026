import { openApp } from "../openApp";
import { openCloud } from "../openCloud";
import type { Options } from "../parseArguments";
import { renderPlan } from "../render/plan";
import { interruptible } from "../session";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { withFailure } from "../withFailure";

/** Shows what a deployment would change, then takes the plan back, so that nothing is left behind in the cloud. */
export async function plan(options: Options, terminal: Terminal): Promise<number> {
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const document = (result: object) => options.json && terminal.out(`${JSON.stringify(result)}\n`);
  return withFailure({ terminal, file, tell: options.json ? document : undefined }, async () => {
    const engine = await import("../../deploy/bundle");
    const open = await openCloud(options, app, terminal);
    const interrupt = interruptible(terminal);
    const host = { notify: () => undefined };
    try {
      const result = await engine.plan(open.cloud, app, engine.synthesize(app), host, interrupt.signal);
      if (result.kind === "plan") await engine.discard(open.cloud, result.plan, host);
      document({ ok: true, ...result });
      if (!options.json) {
        const upToDate = `${engine.stackName(app)} is up to date. There is nothing to deploy.\n`;
        const paint = painter(terminal.colour);
        terminal.out(result.kind === "plan" ? renderPlan(result.plan, paint, terminal.width) : upToDate);
      }
      return 0;
    } finally {
      interrupt.dispose();
      await open.close();
    }
  });
}
