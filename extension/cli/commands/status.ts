import type { JournalEntry } from "../../deploy/journal/entry";
import { journalDirectory } from "../../deploy/sandboxDirectory";
import type { Options } from "../parseArguments";
import { renderOperations } from "../render/operations";
import { painter } from "../style";
import type { Terminal } from "../terminal";

/** Lists the operations of this machine's journal, the newest first, and how each ended. Asks no cloud. */
export async function status(options: Options, terminal: Terminal): Promise<number> {
  const { operationsOf } = await import("../../deploy/bundle");
  const operations = await operationsOf({ folder: journalDirectory(terminal.env) });
  if (options.json) terminal.out(`${JSON.stringify({ operations: operations.map(documentOf) }, null, 2)}\n`);
  else terminal.out(renderOperations(operations, painter(terminal.colour)));
  return 0;
}

function documentOf({ id, operation, plan, identity, environment, manifest, startedAt, owner, ended }: JournalEntry) {
  const { stackName, stackId } = plan;
  return { id, operation, stackName, stackId, environment, manifest, identity, startedAt, owner, ended };
}
