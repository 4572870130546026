import type { JournalEntry } from "../../deploy/journal/entry";
import { clean, type Paint } from "../style";

/** A line for each operation: its id, when it began, what it was, where, and how it ended. */
export function renderOperations(operations: readonly JournalEntry[], paint: Paint): string {
  if (operations.length === 0) return "No operation was begun from this machine.\n";
  return operations.map((entry) => `${renderOperation(entry, paint)}\n`).join("");
}

function renderOperation({ id, operation, plan, identity, startedAt, ended }: JournalEntry, paint: Paint): string {
  const when = startedAt.replace(/\.\d+Z$/, "Z");
  const where = identity.target === "sandbox" ? "Sandbox" : `${identity.account} ${identity.region}`;
  const line = `${id}  ${when}  ${operation.padEnd(8)}  ${clean(plan.stackName)} (${clean(where)})`;
  if (ended === undefined) return `${line}  not ended; stackwright attach ${id}`;
  if (ended.status === "succeeded") return `${line}  ${paint("green", "succeeded")}`;
  return `${line}  ${paint("red", "failed")}: ${clean(ended.failure?.message ?? "no cause is known")}`;
}
