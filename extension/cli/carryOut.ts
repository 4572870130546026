import type { RecordOptions } from "../deploy/journal/recorded";
import { startTracking } from "../deploy/track";
import type { Plan } from "../deploy/types";
import { confirm, isConfirmed } from "./confirm";
import { detaching } from "./detaching";
import type { OpenCloud } from "./openCloud";
import type { Options } from "./parseArguments";
import { renderOutputs } from "./render/outputs";
import { renderPlan } from "./render/plan";
import { progressView } from "./render/progress";
import type { Session } from "./session";
import { painter } from "./style";
import type { Terminal } from "./terminal";
import { type FailureSink, tellFailure } from "./withFailure";

export interface CarryOut {
  readonly options: Pick<Options, "json" | "yes" | "confirm" | "detach">;
  readonly terminal: Terminal;
  readonly session: Session;
  readonly sink: FailureSink;
  readonly open: OpenCloud;
  readonly record: RecordOptions;
  readonly signal: AbortSignal;
  /** What must be done between the confirmation and the execution. */
  readonly before?: () => Promise<void>;
}

/** Shows a plan, asks, executes and watches to the end. Gives the exit code. */
export async function carryOut(plan: Plan, context: CarryOut): Promise<number> {
  const { options, terminal, session, sink, open, record, signal } = context;
  const engine = await import("../deploy/bundle");
  const paint = painter(terminal.colour);
  const say = (text: string) => options.json || terminal.out(text);
  const { environment, stackName, identity } = plan;
  say(`\n${renderPlan(plan, paint, terminal.width)}\n`);
  if (!(await isConfirmed(plan, options, terminal, () => confirm("Deploy this?", terminal)))) {
    await engine.discard(open.cloud, plan, session);
    say("Nothing was changed.\n");
    session.finish({ ok: false, confirmed: false });
    return 1;
  }
  const leaving = detaching(options, open, session, terminal, signal);
  await context.before?.();
  const start = startTracking({ environment, target: identity.target, stackName, phase: "planning" });
  session.view = progressView(terminal, start);
  const outcome = await engine.execute(open.cloud, plan, leaving.host, leaving.signal, record);
  session.view.end();
  if (!outcome.ok) {
    if (leaving.isLeft(outcome.failure)) return 0;
    if (outcome.failure.code === "detached" && open.ownsSandbox) say(sandboxStops);
    return tellFailure(sink, outcome.failure);
  }
  // A screen's table has ended with this line.
  const ending = terminal.screen ? "" : `${stackName} is deployed.\n`;
  say(`\n${ending}${renderOutputs(outcome.outputs, paint)}`);
  if (!options.json && sink.file?.folder !== undefined) {
    const { nextSteps } = await import("./packages/nextSteps");
    say(await nextSteps(sink.file.name, plan, outcome.outputs, terminal.env));
  }
  session.finish(outcome);
  return 0;
}

export const sandboxStops =
  "The Sandbox runs inside this command, so the simulation stands still until a Sandbox is started again.\n";
