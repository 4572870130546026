import type { Options } from "../parseArguments";
import { recoverStack } from "../recoverStack";
import type { Terminal } from "../terminal";

/** Rolls back a deployment that failed with rollback switched off. */
export function rollback(options: Options, terminal: Terminal): Promise<number> {
  const question = (stackName: string) => `Roll ${stackName} back to what was there before?`;
  return recoverStack("rollback", question, options, terminal, ({ engine, open, stackName, session, signal, record }) =>
    engine.rollBack(open.cloud, stackName, session, signal, record),
  );
}
