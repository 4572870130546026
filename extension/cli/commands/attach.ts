import type { JournalEntry } from "../../deploy/journal/entry";
import { journalDirectory } from "../../deploy/sandboxDirectory";
import { startTracking } from "../../deploy/track";
import { sandboxStops } from "../carryOut";
import { openCloud } from "../openCloud";
import type { Options } from "../parseArguments";
import { renderDestroyReport } from "../render/destroyPlan";
import { renderOutputs } from "../render/outputs";
import { progressView } from "../render/progress";
import { interruptible, Session } from "../session";
import { painter } from "../style";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";
import { tellFailure, withFailure } from "../withFailure";

/** Follows an operation of the journal to its end: one that runs, or one that ended while nobody watched. */
export async function attach(options: Options, terminal: Terminal): Promise<number> {
  const engine = await import("../../deploy/bundle");
  const journal = { folder: journalDirectory(terminal.env) };
  const entry = choose(await engine.operationsOf(journal), options.files[0]);
  const session = new Session(terminal, options.json);
  const paint = painter(terminal.colour);
  const say = (text: string) => options.json || terminal.out(text);
  const sink = { terminal, tell: options.json ? session.finish.bind(session) : undefined };
  return withFailure(sink, async () => {
    const { identity, environment } = entry;
    const { stackName } = entry.plan;
    const open = await openCloud(identity, identity, terminal);
    const interrupt = interruptible(terminal);
    try {
      const phase = entry.operation === "destroy" ? "destroying" : "planning";
      session.view = progressView(terminal, startTracking({ environment, target: identity.target, stackName, phase }));
      const outcome = await engine.attach(open.cloud, journal, entry, session, interrupt.signal);
      session.view.end();
      if (!outcome.ok) {
        if (outcome.failure.code === "detached" && open.ownsSandbox) say(sandboxStops);
        return tellFailure(sink, outcome.failure);
      }
      const ending = entry.operation === "deploy" ? "deployed" : "back to what it was";
      if ("report" in outcome) say(`\n${renderDestroyReport(outcome.report, paint)}`);
      else say(`\n${terminal.screen ? "" : `${stackName} is ${ending}.\n`}${renderOutputs(outcome.outputs, paint)}`);
      session.finish(outcome);
      return 0;
    } finally {
      interrupt.dispose();
      await open.close();
    }
  });
}

/** The one that was named, or the latest that has not ended. */
function choose(operations: readonly JournalEntry[], id: string | undefined): JournalEntry {
  const found = operations.find((entry) => (id === undefined ? entry.ended === undefined : entry.id === id));
  if (found) return found;
  const what = id === undefined ? "No operation of this machine is without its ending" : `There is no operation ${id}`;
  throw new UsageError(`${what}; stackwright status lists them all.`);
}
