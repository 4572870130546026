import { DescribeStackEventsCommand, type StackEvent } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "./cloud";
import { isOwnStack } from "./rootCause";

/** Where an operation's events begin, and which of them were read already. */
export interface EventCursor {
  readonly stackId: string;
  /** By the cloud's clock. Events from this moment on count. */
  readonly since: Date;
  /**
   * The token the operation was asked for with. Events with another token are of another operation. Undefined for one
   * that goes on with what another began: then all that comes is taken as its own.
   */
  readonly token: string | undefined;
  readonly seen: Set<string>;
  /** Tokens that the operation goes back under; filled while reading. */
  readonly back: Set<string>;
  /** The operation is to delete the stack: whoever else begins to delete it does the same. */
  readonly deletion?: boolean;
  /** Set once another operation has begun on the stack. This one has ended before, or is ended by that one. */
  overtaken?: boolean;
}

/**
 * The events of the operation that were not read before, oldest first. CloudFormation gives the newest first and in
 * pages: reading stops at the first page that has one that is known or too old.
 */
export async function newEvents(cloud: Cloud, cursor: EventCursor): Promise<readonly StackEvent[]> {
  const fresh: StackEvent[] = [];
  let token: string | undefined;
  do {
    const page = await cloud.watching.send(
      new DescribeStackEventsCommand({
        StackName: cursor.stackId,
        ...(token === undefined ? {} : { NextToken: token }),
      }),
    );
    const events = page.StackEvents ?? [];
    const isKnown = (event: StackEvent) => cursor.seen.has(event.EventId ?? "");
    const isOld = (event: StackEvent) => timeOf(event) < cursor.since.getTime();
    if (events.some((event) => !isKnown(event) && !isOld(event) && isOfAnother(event, cursor))) {
      cursor.overtaken = true;
    }
    fresh.push(...events.filter((event) => !isKnown(event) && !isOld(event)));
    token = events.some((event) => isKnown(event) || isOld(event)) ? undefined : page.NextToken;
  } while (token !== undefined);
  // Only now: should a later page fail, all of them are read again.
  const ways = fresh.filter((event) => isOwnStack(event) && goesBack.test(event.ResourceStatus ?? ""));
  for (const { ClientRequestToken } of ways) if (ClientRequestToken !== undefined) cursor.back.add(ClientRequestToken);
  const own = fresh.filter((event) => isOfOperation(event, cursor));
  const unique = own.filter(({ EventId = "" }) => !cursor.seen.has(EventId) && cursor.seen.add(EventId));
  // Events of one moment are in the order of their pages; across moments that order has been seen to be wrong.
  return unique.reverse().sort((a, b) => timeOf(a) - timeOf(b));
}

const timeOf = ({ Timestamp }: StackEvent): number => Timestamp?.getTime() ?? 0;

/** Whoever cancels an operation has it go back under another token. The way back is still its ending. */
const goesBack = /^(UPDATE_)?ROLLBACK_IN_PROGRESS$/;

function isOfOperation({ ClientRequestToken: given }: StackEvent, { token, back }: EventCursor): boolean {
  return token === undefined || given === undefined || given === token || back.has(given);
}

/** A change set that makes a new stack shows it as under review first: that is the plan, not another operation. */
function isOfAnother(event: StackEvent, cursor: EventCursor): boolean {
  const status: string = event.ResourceStatus ?? "";
  const begins = /^(CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/.test(status);
  if (cursor.deletion && status === "DELETE_IN_PROGRESS") return false;
  return begins && isOwnStack(event) && (cursor.token === undefined || !isOfOperation(event, cursor));
}
