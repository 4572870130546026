import { DeployError } from "../deploy/errors";
import type { Sandbox } from "../sandbox/sandbox";
import type { Terminal } from "./terminal";

/** Starts this user's Sandbox, or connects to the process that serves it. Throws a `DeployError`. */
export async function openSandbox(terminal: Terminal, port?: number): Promise<Sandbox> {
  const { startSandbox, sandboxDirectory, sandboxSpeed } = await import("../deploy/bundle");
  const directory = sandboxDirectory(terminal.env);
  try {
    const speed = sandboxSpeed(terminal.env);
    const sandbox = await startSandbox({ directory, speed, ...(port === undefined ? {} : { port }) });
    for (const notice of sandbox.notices) terminal.err(`${notice}\n`);
    return sandbox;
  } catch (error) {
    const raw = error instanceof Error ? error.message : String(error);
    const fix = `Its state is kept in ${directory}, which must be a folder that can be written; STACKWRIGHT_SANDBOX_DIR names another.`;
    throw new DeployError(
      { code: "unreachable", message: "The Sandbox could not be started.", fix, raw },
      { cause: error },
    );
  }
}
