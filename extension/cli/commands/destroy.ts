import { startTracking } from "../../deploy/track";
import { sandboxStops } from "../carryOut";
import { checkConfirmable, checkConfirmed, confirmByName, isConfirmed } from "../confirm";
import { detaching } from "../detaching";
import { openApp } from "../openApp";
import { openCloud } from "../openCloud";
import type { Options } from "../parseArguments";
import { recordOf } from "../recordOf";
import { renderDestroyPlan, renderDestroyReport } from "../render/destroyPlan";
import { progressView } from "../render/progress";
import { interruptible, Session } from "../session";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { tellFailure, withFailure } from "../withFailure";

/** Shows what would be deleted and what is kept, asks for the environment's name, destroys and watches to the end. */
export async function destroy(options: Options, terminal: Terminal): Promise<number> {
  checkConfirmable("destroy", options, terminal);
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
    try {
      const { environment } = app;
      const stackName = engine.stackName(app);
      const { retain, force, stop } = options;
      const ways = { ...(retain ? { retain } : {}), ...(force ? { force } : {}), ...(stop ? { stop } : {}) };
      const plan = await engine.planDestroy(open.cloud, stackName, session, ways);
      if (!plan.protected) say(`${renderDestroyPlan(plan, paint, terminal.width)}\n`);
      const risk = { environment, protected: app.protected, dataRisks: plan.dataRisks };
      const ask = () => confirmByName("This cannot be undone.", environment, terminal);
      if (!plan.protected && !(await isConfirmed(risk, options, terminal, ask))) {
        say("Nothing was changed.\n");
        session.finish({ ok: false, confirmed: false });
        return 1;
      }
      const record = { ...recordOf(terminal, file), environment };
      const start = startTracking({ environment, target: options.target, stackName, phase: "destroying" });
      session.view = progressView(terminal, start);
      const { host, signal, isLeft } = detaching(options, open, session, terminal, interrupt.signal);
      const outcome = await engine.destroy(open.cloud, plan, host, signal, record);
      session.view.end();
      if (!outcome.ok) {
        if (isLeft(outcome.failure)) return 0;
        if (outcome.failure.code === "detached" && open.ownsSandbox) say(sandboxStops);
        return tellFailure(sink, outcome.failure);
      }
      say(`\n${renderDestroyReport(outcome.report, paint)}`);
      session.finish(outcome);
      return 0;
    } finally {
      interrupt.dispose();
      await open.close();
    }
  });
}
