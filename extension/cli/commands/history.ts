import { journalDirectory } from "../../deploy/sandboxDirectory";
import { operate } from "../operate";
import type { Options } from "../parseArguments";
import { renderHistory } from "../render/history";
import type { Terminal } from "../terminal";

/** Lists what was done to an environment, by whom, from which commit, and what it changed. */
export function history(options: Options, terminal: Terminal): Promise<number> {
  return operate(options, terminal, async ({ engine, open, inventory, paint, say, document }) => {
    const journal = { folder: journalDirectory(terminal.env) };
    const { account } = open.cloud.identity;
    const operations = await engine.historyOf(journal, { ...inventory, account }, open.cloud);
    document({ stackName: inventory.stackName, operations });
    say(renderHistory(operations, paint));
    return 0;
  });
}
