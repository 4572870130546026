import { homedir } from "node:os";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that holds the Sandbox's state, one for each user, so that the editor and the command line see the same
 * Sandbox: `STACKWRIGHT_SANDBOX_DIR`, or the place the platform has for the state of programs.
 */
export function sandboxDirectory(env: Environment = process.env, platform: NodeJS.Platform = process.platform): string {
  const given = env["STACKWRIGHT_SANDBOX_DIR"];
  if (given) return given;
  return join(stateFolder(env, platform), "stackwright", "sandbox");
}

/** The folder of the journal of operations: in `STACKWRIGHT_STATE_DIR`, or beside the Sandbox's state. */
export function journalDirectory(env: Environment = process.env, platform: NodeJS.Platform = process.platform): string {
  return join(env["STACKWRIGHT_STATE_DIR"] || join(stateFolder(env, platform), "stackwright"), "journal");
}

function stateFolder(env: Environment, platform: NodeJS.Platform): string {
  if (platform === "win32") return env["LOCALAPPDATA"] || join(homedir(), "AppData", "Local");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support");
  return env["XDG_STATE_HOME"] || join(homedir(), ".local", "state");
}

/**
 * The Sandbox's pace, from `STACKWRIGHT_SANDBOX_SPEED`: 1 as in a demonstration, 10 ten times as fast, 0 without any
 * waiting. 1 when absent or not a number.
 */
export function sandboxSpeed(env: Environment = process.env): number {
  const given = Number(env["STACKWRIGHT_SANDBOX_SPEED"] ?? "1");
  return Number.isFinite(given) && given >= 0 ? given : 1;
}
