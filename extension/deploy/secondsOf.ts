import type { StackEvent } from "@aws-sdk/client-cloudformation";

/**
 * How long an operation took by the cloud's clock, in whole seconds: from its first event to its last. Whoever watched
 * may have come late, or slept.
 */
export function secondsOf(events: readonly StackEvent[]): number {
  const times = events.flatMap(({ Timestamp }) => Timestamp?.getTime() ?? []);
  if (times.length === 0) return 0;
  return Math.round((Math.max(...times) - Math.min(...times)) / 1000);
}
