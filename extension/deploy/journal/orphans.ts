import type { JournalEntry } from "./entry";
import { type Journal, operationsOf } from "./journal";
import { isAlive } from "./lock";

export interface Orphans {
  /** Operations that nobody follows any more, and whose ending nobody saw; the newest first, one for each stack. */
  readonly entries: readonly JournalEntry[];
  /** Others have not ended either, and are followed by a process that lives. */
  readonly followed: boolean;
}

/** What was left by processes that are no more: a window that was closed, or that crashed. */
export async function orphansOf(journal: Journal): Promise<Orphans> {
  const open = (await operationsOf(journal)).filter(({ ended }) => ended === undefined);
  const left = open.filter(({ owner }) => !isAlive(owner));
  const stacks = new Set<string>();
  const entries = left.filter(({ plan }) => !stacks.has(plan.stackId) && stacks.add(plan.stackId));
  return { entries, followed: left.length < open.length };
}
