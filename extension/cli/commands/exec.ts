import { operate } from "../operate";
import type { Options } from "../parseArguments";
import { runSession } from "../runSession";
import type { Terminal } from "../terminal";

/** Opens a shell, or runs a command, in a running task. Gives the session's exit code. */
export function exec(options: Options, terminal: Terminal): Promise<number> {
  return operate(options, terminal, async ({ engine, open, inventory, say }) => {
    const running = engine.serviceOf(inventory, options.operands[0] ?? "");
    const command = options.rest.length > 0 ? options.rest.map(quoted).join(" ") : "/bin/sh";
    const { task } = options;
    const session = await engine.openShell(open.cloud, running, engine.findPlugin, { command, task });
    say(`In task ${session.task.slice(0, 8)} of ${running.component}. What is changed here is gone with the task.\n`);
    return runSession(session, terminal);
  });
}

/** ECS takes a line and splits it as a shell does. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
