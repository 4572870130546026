import { carryOutRecovery, type Recovery } from "../deploy/carryOutRecovery";
import { chooseContinuation } from "../deploy/chooseContinuation";
import { loadEngine } from "../deploy/engine";
import type { Acting } from "./actions";

/** Gives up an update of an environment, or takes its stack back to what it was, and looks at it again. */
export async function recoverStack(acting: Acting, recovery: Recovery): Promise<void> {
  const { environment, parts, tree } = acting;
  const inventory = environment.reading?.inventory;
  const cloud = inventory && (await environment.open());
  if (!inventory || !cloud) return;
  const { stackName, stackId } = inventory;
  const engine = await loadEngine();
  const { stuck } = recovery === "continue" ? await engine.recoverable(cloud, stackName) : { stuck: [] };
  const continuation = recovery === "continue" ? await chooseContinuation(stackName, stuck) : {};
  if (continuation === undefined) return;
  const { name, uri } = environment;
  const recovering = { cloud, stackName, stackId, environment: name, uri, log: parts.log, ...continuation };
  try {
    await carryOutRecovery(recovery, recovering);
  } finally {
    await tree.refresh(environment);
  }
}
