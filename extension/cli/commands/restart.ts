import { followService } from "../followService";
import { operate } from "../operate";
import type { Options } from "../parseArguments";
import type { Terminal } from "../terminal";

/** Replaces a service's tasks and watches until the new ones are healthy. */
export function restart(options: Options, terminal: Terminal): Promise<number> {
  return operate(options, terminal, async (operating) => {
    const { engine, open, inventory, say } = operating;
    const running = engine.serviceOf(inventory, options.operands[0] ?? "");
    await engine.restart(open.cloud, running);
    say(`${running.component} is being restarted; the old tasks stop once new ones are healthy.\n`);
    return followService(operating, running);
  });
}
