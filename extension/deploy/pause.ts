import { setTimeout as sleep } from "node:timers/promises";
import type { Cloud } from "./cloud";
import { isLoopback } from "./cloud";

/** Milliseconds between two looks. */
export const loopbackDelay = 250;
export const longestDelay = 30_000;

/** Waits, or ends early when the signal comes; which of the two, the signal says. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, signal ? { signal } : {});
  } catch {
    // Aborted: whoever waits looks at the signal.
  }
}

/**
 * How long to wait before looking at a change set again: they take a second or a minute.
 * `looks` counts from 0.
 */
export function changeSetDelay(cloud: Pick<Cloud, "endpoint">, looks: number): number {
  if (isLoopback(cloud.endpoint)) return looks === 0 ? 50 : loopbackDelay;
  return Math.min(1_000 * 1.5 ** looks, 5_000);
}
