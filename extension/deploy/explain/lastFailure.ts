import { paginateDescribeStackEvents, type StackEvent } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "../cloud";
import { findStack, templateOf } from "../findStack";
import { type Journal, operationsOf } from "../journal/journal";
import { causeIn, isFailure, isOwnStack, rootCause } from "../rootCause";
import { originIn, resourceIn } from "../template";
import type { Failure } from "../types";
import { investigate } from "./investigate";

/** The last operation of a stack that failed, and why. */
export interface LastFailure {
  readonly stackName: string;
  readonly operation: "create" | "update" | "delete" | "import";
  /** When it began, by the cloud's clock: ISO 8601. */
  readonly at: string;
  /** The stack's last word on it: `UPDATE_ROLLBACK_COMPLETE`. */
  readonly status: string;
  /** Whether a later operation succeeded. */
  readonly mended: boolean;
  readonly failure: Failure;
}

/** Events of a stack that is changed every day for a month; who looks for an older failure finds it in the console. */
const mostPages = 50;

/**
 * Explains the last failure of a stack from its events alone, whichever tool began it and however long ago; CloudFormation
 * keeps the events of a deleted stack for about ninety days, and the journal knows its id. Undefined when nothing failed.
 */
export async function lastFailure(
  cloud: Cloud,
  stackName: string,
  journal?: Journal,
): Promise<LastFailure | undefined> {
  const stackId = (await findStack(cloud, stackName))?.StackId ?? (await idInJournal(cloud, stackName, journal));
  if (stackId === undefined) return undefined;
  const found = await failedOperation(cloud, stackId);
  if (found === undefined) return undefined;
  const { events, mended } = found;
  const template = await templateOf(cloud, stackId);
  const originOf = (logicalId: string) => originIn(resourceIn(template, logicalId));
  const explained = rootCause(events, originOf);
  const cause = causeIn(events);
  const failure = cause ? await investigate(cloud, stackId, cause, explained, originOf) : explained;
  const own = events.filter(isOwnStack);
  return {
    stackName,
    operation: operationOf(own[0]) ?? "update",
    at: (own[0]?.Timestamp ?? new Date(0)).toISOString(),
    status: own.at(-1)?.ResourceStatus ?? "",
    mended,
    failure,
  };
}

async function idInJournal(cloud: Cloud, stackName: string, journal: Journal | undefined): Promise<string | undefined> {
  if (journal === undefined) return undefined;
  const { account, region } = cloud.identity;
  return (await operationsOf(journal)).find(
    ({ plan, identity }) => plan.stackName === stackName && identity.account === account && identity.region === region,
  )?.plan.stackId;
}

/** The events, oldest first, of the latest operation in which something failed. */
async function failedOperation(cloud: Cloud, stackId: string) {
  let events: StackEvent[] = [];
  let pages = 0;
  let mended = false;
  // Newest first: an operation ends where the event of its beginning is met.
  for await (const page of paginateDescribeStackEvents({ client: cloud.cloudFormation }, { StackName: stackId })) {
    for (const event of page.StackEvents ?? []) {
      events.push(event);
      if (operationOf(event) === undefined) continue;
      if (events.some(isFailed)) return { events: events.reverse(), mended };
      mended = true;
      events = [];
    }
    if (++pages === mostPages) break;
  }
  return undefined;
}

/** Deleting what an update left over may fail, and the update has succeeded all the same. */
function isFailed(event: StackEvent): boolean {
  const status: string = event.ResourceStatus ?? "";
  return isFailure(event) && (isOwnStack(event) || status !== "DELETE_FAILED");
}

const beginnings: Readonly<Record<string, LastFailure["operation"]>> = {
  CREATE_IN_PROGRESS: "create",
  UPDATE_IN_PROGRESS: "update",
  DELETE_IN_PROGRESS: "delete",
  IMPORT_IN_PROGRESS: "import",
};

function operationOf(event: StackEvent | undefined): LastFailure["operation"] | undefined {
  return event && isOwnStack(event) ? beginnings[event.ResourceStatus ?? ""] : undefined;
}
