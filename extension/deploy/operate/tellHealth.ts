import { type Cloud, isLoopback } from "../cloud";
import type { Host } from "../messages";
import { jitter } from "../pace";
import { pause } from "../pause";
import { say } from "../say";
import { healthOf } from "./health";
import { inventoryOf } from "./inventory";

/** Milliseconds. After a deployment a service settles soon, or somebody looks for the cause. */
const longest = 10 * 60_000;

/**
 * Tells how the services of a stack are, and again as long as one of them is on its way. Best effort: who may not ask
 * ECS has still deployed, so whatever goes wrong here ends it in silence.
 */
export async function tellHealth(cloud: Cloud, stackName: string, host: Host, signal: AbortSignal): Promise<void> {
  try {
    const inventory = await inventoryOf(cloud, stackName);
    const begun = performance.now();
    while (!signal.aborted && performance.now() - begun < longest) {
      const services = await healthOf(cloud, inventory);
      if (services.length === 0 || signal.aborted) return;
      say(host, "health", { stackName, services });
      if (services.every(({ state }) => state !== "moving" && state !== "degraded")) return;
      await pause(isLoopback(cloud.endpoint) ? 500 : jitter(6_000, Math.random()), signal);
    }
  } catch {
    // Nothing was begun here that would have to be told.
  }
}
