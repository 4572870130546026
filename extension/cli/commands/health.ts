import { operate } from "../operate";
import type { Options } from "../parseArguments";
import { renderHealth } from "../render/health";
import type { Terminal } from "../terminal";

/** Shows how each service is. Gives 1 when one is down or degraded, so that a pipeline can ask. */
export function health(options: Options, terminal: Terminal): Promise<number> {
  return operate(options, terminal, async ({ engine, open, inventory, paint, say, document }) => {
    const services = await engine.healthOf(open.cloud, inventory);
    const { stackName, status, outputs } = inventory;
    document({ stackName, status, services, outputs });
    say(renderHealth(inventory, services, paint));
    return services.some(({ state }) => state === "down" || state === "degraded") ? 1 : 0;
  });
}
