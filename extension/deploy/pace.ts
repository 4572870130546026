import { longestDelay, loopbackDelay } from "./pause";

export interface Progress {
  /** Milliseconds since watching began. */
  readonly elapsed: number;
  /** Resources that still have to come to an end; undefined while that is not known. */
  readonly remaining: number | undefined;
  readonly loopback: boolean;
}

/** Milliseconds. The end has to be noticed within 3 s, so when it may be near, this is the longest wait. */
const nearTheEnd = 2_500;

/**
 * Milliseconds until the next look: 2 s in the first minute, then 5 s, and 10 s after ten minutes, but never more than
 * 2.5 s when at most two resources are outstanding or the stack is going back.
 */
export function paceOf({ elapsed, remaining, loopback }: Progress): number {
  if (loopback) return loopbackDelay;
  const usual = elapsed < 60_000 ? 2_000 : elapsed < 600_000 ? 5_000 : 10_000;
  return remaining !== undefined && remaining > 2 ? usual : Math.min(usual, nearTheEnd);
}

/** Milliseconds until the next try after `failures` failed ones in a row: doubling, up to 30 s. */
export function backOff(usual: number, failures: number): number {
  return Math.min(usual * 2 ** failures, longestDelay);
}

/** Spreads many watchers of one account over time; never longer than what was asked. `random` is in [0, 1). */
export function jitter(milliseconds: number, random: number): number {
  return Math.round(milliseconds * (0.8 + 0.2 * random));
}
