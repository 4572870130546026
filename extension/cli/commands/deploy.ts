import type { Prepared } from "../../deploy/engine";
import { carryOut } from "../carryOut";
import { checkConfirmable, checkConfirmed } from "../confirm";
import { openApp } from "../openApp";
import { openCloud } from "../openCloud";
import type { Options } from "../parseArguments";
import { recordOf } from "../recordOf";
import { imagesView } from "../render/images";
import { renderOutputs } from "../render/outputs";
import { interruptible, Session } from "../session";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { withFailure } from "../withFailure";

/** Plans, asks, deploys and watches to the end. */
export async function deploy(options: Options, terminal: Terminal): Promise<number> {
  checkConfirmable("deploy", options, terminal);
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  checkConfirmed(options, app.environment);
  const session = new Session(terminal, options.json);
  const paint = painter(terminal.colour);
  const say = (text: string) => options.json || terminal.out(text);
  const sink = { terminal, file, tell: options.json ? session.finish.bind(session) : undefined };
  return withFailure(sink, async () => {
    const engine = await import("../../deploy/bundle");
    const open = await openCloud(options, app, terminal);
    const interrupt = interruptible(terminal);
    let prepared: Prepared | undefined;
    try {
      const stackName = engine.stackName(app);
      session.view = imagesView(terminal);
      prepared = await engine.prepareImages(open.cloud, app, file.folder, session, interrupt.signal);
      say(`Planning ${stackName} …\n`);
      const synthesis = engine.synthesize(prepared.app);
      const result = await engine.plan(open.cloud, prepared.app, synthesis, session, interrupt.signal);
      if (result.kind === "unchanged") {
        say(`${stackName} is up to date. There is nothing to deploy.\n${renderOutputs(result.outputs, paint)}`);
        if (result.protection !== undefined) {
          await engine.setProtection(open.cloud, stackName, result.protection);
          say(`Termination protection is switched ${result.protection ? "on" : "off"}, as the manifest says.\n`);
        }
        session.finish({ ok: true, ...result });
        return 0;
      }
      const { manifest } = file;
      const revision = { manifest, template: synthesis.text };
      const record = { ...recordOf(terminal, file), revision };
      const made = prepared;
      const before = () => engine.pushImages(open.cloud, made, session, interrupt.signal);
      const { signal } = interrupt;
      return await carryOut(result.plan, { options, terminal, session, sink, open, record, signal, before });
    } finally {
      interrupt.dispose();
      await prepared?.dispose();
      await open.close();
    }
  });
}
