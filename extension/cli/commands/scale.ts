import { followService } from "../followService";
import { operate } from "../operate";
import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";

/** Sets how many tasks a service has until the next deployment, and watches until it is so. */
export function scale(options: Options, terminal: Terminal): Promise<number> {
  const tasks = tasksOf(options.operands[1] ?? "");
  return operate(options, terminal, async (operating) => {
    const { engine, open, inventory, say } = operating;
    const running = engine.serviceOf(inventory, options.operands[0] ?? "");
    await engine.scale(open.cloud, running, tasks);
    say(`${running.component} is being scaled to ${tasks}; the next deployment makes it what the manifest says.\n`);
    return followService(operating, running);
  });
}

function tasksOf(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new UsageError(`${text} is no number of tasks: write a whole number, such as 3.`);
}
