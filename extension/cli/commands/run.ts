import { operate } from "../operate";
import type { Options } from "../parseArguments";
import { clean } from "../style";
import type { Terminal } from "../terminal";
import { tellFailure } from "../withFailure";

/** Runs a command in a task of its own and prints what it writes. Gives the command's exit code. */
export function run(options: Options, terminal: Terminal): Promise<number> {
  return operate(options, terminal, async ({ engine, open, inventory, session, sink, signal, say }) => {
    const runnable = engine.runnableOf(inventory, options.operands[0] ?? "");
    const task = await engine.startOneOff(open.cloud, runnable, options.rest);
    say(`Task ${task.id.slice(0, 8)} is starting, which takes up to a minute. Ctrl-C stops it.\n`);
    const outcome = await engine.followOneOff(
      open.cloud,
      runnable,
      task,
      (lines) => {
        for (const line of lines) {
          terminal.out(options.json ? `${JSON.stringify(line)}\n` : `${clean(line.text)}\n`);
        }
      },
      signal,
    );
    if (outcome.ok) {
      session.finish({ ...outcome, task: task.id });
      return 0;
    }
    tellFailure(sink, outcome.failure);
    return outcome.exitCode ?? 1;
  });
}
