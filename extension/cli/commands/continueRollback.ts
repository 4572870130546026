import type { Options } from "../parseArguments";
import { recoverStack } from "../recoverStack";
import type { Terminal } from "../terminal";

/** Goes on with a rollback that got stuck, where asked without some resources or without whatever fails. */
export function continueRollback(options: Options, terminal: Terminal): Promise<number> {
  const { skip, force } = options;
  const left = skip ? ` without ${skip.join(", ")}` : force ? " without whatever cannot be rolled back" : "";
  const risk = left === "" ? "" : " What is left out stays as it is now, and CloudFormation takes it as rolled back.";
  const question = (stackName: string) => `Go on with the rollback of ${stackName}${left}?${risk}`;
  const continuation = { ...(skip ? { skip } : {}), ...(force ? { force } : {}) };
  return recoverStack("continue", question, options, terminal, ({ engine, open, stackName, session, signal, record }) =>
    engine.continueRollback(open.cloud, stackName, continuation, session, signal, record),
  );
}
