import { startTracking } from "../deploy/track";
import type { Outcome } from "../deploy/types";
import { sandboxStops } from "./carryOut";
import { checkConfirmable, confirm } from "./confirm";
import { openApp } from "./openApp";
import { type OpenCloud, openCloud } from "./openCloud";
import type { Options } from "./parseArguments";
import { recordOf } from "./recordOf";
import { renderOutputs } from "./render/outputs";
import { progressView } from "./render/progress";
import { interruptible, Session } from "./session";
import { painter } from "./style";
import type { Terminal } from "./terminal";
import { tellFailure, withFailure } from "./withFailure";

type Engine = typeof import("../deploy/bundle");

/** What a recovery works with. */
export interface Recovering {
  readonly engine: Engine;
  readonly open: OpenCloud;
  readonly stackName: string;
  readonly session: Session;
  readonly signal: AbortSignal;
  readonly record: ReturnType<typeof recordOf> & { readonly environment: string };
}

/** Asks, runs a recovery, and watches to the end. `question` says what is lost. */
export async function recoverStack(
  verb: "cancel" | "rollback" | "continue",
  question: (stackName: string) => string,
  options: Options,
  terminal: Terminal,
  work: (recovering: Recovering) => Promise<Outcome>,
): Promise<number> {
  checkConfirmable(verb, options, terminal);
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const session = new Session(terminal, options.json);
  const say = (text: string) => options.json || terminal.out(text);
  const sink = { terminal, file, tell: options.json ? session.finish.bind(session) : undefined };
  return withFailure(sink, async () => {
    const engine = await import("../deploy/bundle");
    const open = await openCloud(options, app, terminal);
    const interrupt = interruptible(terminal);
    try {
      const { environment } = app;
      const stackName = engine.stackName(app);
      say(`${stackName} on ${engine.whereOf(open.cloud.identity)}\n`);
      if (!options.yes && !(await confirm(question(stackName), terminal))) {
        say("Nothing was changed.\n");
        return 1;
      }
      const record = { ...recordOf(terminal, file), environment };
      const start = startTracking({ environment, target: options.target, stackName, phase: "planning" });
      session.view = progressView(terminal, start);
      const outcome = await work({ engine, open, stackName, session, signal: interrupt.signal, record });
      session.view.end();
      if (!outcome.ok) {
        if (outcome.failure.code === "detached" && open.ownsSandbox) say(sandboxStops);
        return tellFailure(sink, outcome.failure);
      }
      say(`\n${renderOutputs(outcome.outputs, painter(terminal.colour))}`);
      session.finish(outcome);
      return 0;
    } finally {
      interrupt.dispose();
      await open.close();
    }
  });
}
