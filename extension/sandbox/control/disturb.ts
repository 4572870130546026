import { setTimeout as sleep } from "node:timers/promises";
import { CloudError } from "../wire/cloudError";
import type { Fault, FaultKind } from "./fault";
import type { Faults } from "./faults";

/** What a client gets of an answer: the answer, one of the fault's own, or (undefined) a connection that ends. */
export type Disturbed<Answer> = Answer | { readonly status: number; readonly html: string } | undefined;

const PAGE = "<html><head><title>500 Internal Server Error</title></head><body>Internal Server Error</body></html>\n";
const INSTEAD: readonly FaultKind[] = ["dropped", "unreadable"];

/** Who asks, and for what, as the service's own refusals name it. */
export interface Asked {
  /** As in a policy: `cloudformation:ExecuteChangeSet`. */
  readonly permission: string;
  readonly user: string;
}

/** The refusal of a fault in AWS's words; undefined for a fault that refuses nothing. */
export function refusalOf({ kind }: Fault, { permission, user }: Asked): CloudError | undefined {
  switch (kind) {
    case "throttled":
      return new CloudError("Throttling", "Rate exceeded");
    case "expired":
      return new CloudError("ExpiredToken", "The security token included in the request is expired", 403);
    case "denied":
      return new CloudError(
        "AccessDenied",
        `User: ${user} is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`,
        403,
      );
    default:
      return undefined;
  }
}

/** Answers through the faults that are on: late, in words of its own, or not at all. */
export async function disturb<Answer>(
  faults: Faults,
  action: string,
  answer: () => Answer,
): Promise<Disturbed<Answer>> {
  const slow = faults.strike(action, ["slow"]);
  if (slow) {
    await sleep(slow.delay ?? 1_000);
  }
  const instead = faults.strike(action, INSTEAD);
  if (!instead) {
    return answer();
  }
  if (instead.afterwards) {
    answer();
  }
  return instead.kind === "unreadable" ? { status: 500, html: PAGE } : undefined;
}
