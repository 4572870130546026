import type { Prepared } from "../../deploy/engine";
import { startTracking } from "../../deploy/track";
import type { Plan } from "../../deploy/types";
import { checkConfirmable, confirm, confirmByName } from "../confirm";
import { openApp } from "../openApp";
import { openCloud } from "../openCloud";
import type { Options } from "../parseArguments";
import { recordOf } from "../recordOf";
import { imagesView } from "../render/images";
import { renderOutputs } from "../render/outputs";
import { renderPlan } from "../render/plan";
import { progressView } from "../render/progress";
import { interruptible, Session } from "../session";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { tellFailure, withFailure } from "../withFailure";

/** Plans, asks, deploys and watches to the end. */
export async function deploy(options: Options, terminal: Terminal): Promise<number> {
  checkConfirmable("deploy", options, terminal);
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
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
      const { plan } = result;
      say(`\n${renderPlan(plan, paint, terminal.width)}\n`);
      if (!options.yes && !(await isConfirmed(plan, terminal))) {
        await engine.discard(open.cloud, plan, session);
        say("Nothing was changed.\n");
        return 1;
      }
      const { environment } = plan;
      const record = recordOf(terminal, file);
      await engine.pushImages(open.cloud, prepared, session, interrupt.signal);
      const start = startTracking({ environment, target: options.target, stackName, phase: "planning" });
      session.view = progressView(terminal, start);
      const outcome = await engine.execute(open.cloud, plan, session, interrupt.signal, record);
      session.view.end();
      if (!outcome.ok) {
        if (outcome.failure.code === "detached" && open.ownsSandbox) say(sandboxStops);
        return tellFailure(sink, outcome.failure);
      }
      // A screen's table has ended with this line.
      const ending = terminal.screen ? "" : `${stackName} is deployed.\n`;
      say(`\n${ending}${renderOutputs(outcome.outputs, paint)}`);
      session.finish(outcome);
      return 0;
    } finally {
      interrupt.dispose();
      await prepared?.dispose();
      await open.close();
    }
  });
}

export const sandboxStops =
  "The Sandbox runs inside this command, so the simulation stands still until a Sandbox is started again.\n";

/** In proportion to what can be lost: the name has to be typed for a protected environment, and for any data. */
function isConfirmed(plan: Plan, terminal: Terminal): Promise<boolean> {
  if (plan.protected || plan.dataRisks.length > 0) {
    const why = plan.dataRisks.length > 0 ? "This plan puts data at risk." : `${plan.environment} is protected.`;
    return confirmByName(why, plan.environment, terminal);
  }
  return confirm("Deploy this?", terminal);
}
