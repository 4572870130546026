import type { Runnable, Service } from "../deploy/operate/runnable";
import type { Operating } from "./operate";
import { renderService } from "./render/health";
import { tellFailure } from "./withFailure";

/** Watches a service's rollout, a line for each change, and tells how it ended. */
export async function followService(
  { engine, open, session, sink, signal, paint, say }: Operating,
  running: Runnable & { readonly service: Service },
): Promise<number> {
  const { component } = running;
  const outcome = await engine.followRollout(
    open.cloud,
    running,
    (health) => say(renderService(health, component.length, paint)),
    signal,
  );
  if (!outcome.ok) return tellFailure(sink, outcome.failure);
  session.finish(outcome);
  return 0;
}
