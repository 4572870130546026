import { paginateDescribeStackEvents, type StackEvent } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "../cloud";
import type { JournalEntry } from "../journal/entry";
import { type Journal, operationsOf } from "../journal/journal";
import { isOwnStack } from "../rootCause";
import { isSettled, isSuccess } from "../stackStatus";
import type { Failure, Plan } from "../types";
import type { Revision } from "./revision";

/** One operation on a stack: from this machine's journal, from the stack's own events, or both. */
export interface HistoryEntry {
  /** The journal's name of it; absent for what was done elsewhere. */
  readonly id?: string;
  /** ISO 8601. */
  readonly at: string;
  readonly operation: string;
  readonly status: "succeeded" | "failed" | "running";
  /** Who, as the cloud calls them; unknown for what was done elsewhere. */
  readonly who?: string;
  readonly revision?: Revision;
  /** What it changed, worst first, without values. */
  readonly changes?: Plan["changes"];
  readonly failure?: Failure;
}

/** Events of the last operations are enough; a page has a hundred or more. */
const mostPages = 5;

/**
 * What was done to a stack, the newest first: what this machine has written down, and what the stack's own events say
 * was done by others. Without a cloud, or where there is no such stack any more, the journal alone.
 */
export async function historyOf(
  journal: Journal,
  stack: { readonly stackName: string; readonly stackId?: string; readonly account?: string },
  cloud?: Cloud,
): Promise<readonly HistoryEntry[]> {
  const entries = (await operationsOf(journal)).filter(
    ({ plan, identity }) =>
      plan.stackName === stack.stackName && (stack.account === undefined || identity.account === stack.account),
  );
  const own = entries.map(fromJournal);
  const tokens = new Set(entries.map(({ clientRequestToken }) => clientRequestToken));
  const elsewhere = cloud && stack.stackId ? await fromEvents(cloud, stack.stackId, tokens).catch(() => []) : [];
  return [...own, ...elsewhere].sort((a, b) => (a.at < b.at ? 1 : -1));
}

function fromJournal(entry: JournalEntry): HistoryEntry {
  const { id, startedAt, operation, identity, revision, ended } = entry;
  return {
    id,
    at: startedAt,
    operation,
    status: ended?.status ?? "running",
    who: identity.arn,
    ...(revision ? { revision } : {}),
    ...(entry.operation === "deploy" ? { changes: entry.plan.changes } : {}),
    ...(ended?.failure ? { failure: ended.failure } : {}),
  };
}

async function fromEvents(cloud: Cloud, stackId: string, known: ReadonlySet<string>): Promise<readonly HistoryEntry[]> {
  const events: StackEvent[] = [];
  let pages = 0;
  for await (const page of paginateDescribeStackEvents({ client: cloud.cloudFormation }, { StackName: stackId })) {
    events.push(...(page.StackEvents ?? []).filter(isOwnStack));
    if (++pages === mostPages) break;
  }
  const operations: HistoryEntry[] = [];
  let ending: StackEvent | undefined;
  // Newest first: an operation's ending is seen before its beginning.
  for (const event of events) {
    const status: string = event.ResourceStatus ?? "";
    if (isSettled(status)) ending ??= event;
    const kind = beginnings[status];
    if (kind === undefined) continue;
    const token = event.ClientRequestToken ?? "";
    if (!known.has(token)) {
      const outcome =
        ending === undefined ? "running" : isSuccess(String(ending.ResourceStatus)) ? "succeeded" : "failed";
      operations.push({ at: (event.Timestamp ?? new Date(0)).toISOString(), operation: kind, status: outcome });
    }
    ending = undefined;
  }
  return operations;
}

const beginnings: Readonly<Record<string, string>> = {
  CREATE_IN_PROGRESS: "deploy",
  UPDATE_IN_PROGRESS: "deploy",
  IMPORT_IN_PROGRESS: "import",
  DELETE_IN_PROGRESS: "destroy",
};
