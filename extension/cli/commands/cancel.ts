import type { Options } from "../parseArguments";
import { recoverStack } from "../recoverStack";
import type { Terminal } from "../terminal";

/** Gives up an update that is under way, whoever began it, and watches the stack go back. */
export function cancel(options: Options, terminal: Terminal): Promise<number> {
  const question = (stackName: string) => `Cancel the update of ${stackName}, and go back to what was there?`;
  return recoverStack("cancel", question, options, terminal, ({ engine, open, stackName, session, signal, record }) =>
    engine.cancel(open.cloud, stackName, session, signal, record),
  );
}
