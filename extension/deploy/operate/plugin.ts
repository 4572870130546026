import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { t } from "../../manifest/l10n";
import { DeployError } from "../errors";

/** AWS's own program for sessions: it speaks a protocol that the SDK does not. */
export interface SessionPlugin {
  readonly file: string;
  /** Since 1.2.497 the session's token can be given to it without showing in the list of processes. */
  readonly takesVariable: boolean;
}

const name = "session-manager-plugin";
const page =
  "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html";

/** Finds the plugin on the PATH. Throws a `DeployError` that says where to get it. */
export async function findPlugin(env: NodeJS.ProcessEnv = process.env): Promise<SessionPlugin> {
  try {
    const { stdout } = await promisify(execFile)(name, ["--version"], { env, timeout: 10_000 });
    return { file: name, takesVariable: isAtLeast(stdout.trim(), [1, 2, 497]) };
  } catch (error) {
    throw new DeployError(
      {
        code: "plugin-missing",
        message: t`This needs AWS's Session Manager plugin, and there is none on this machine.`,
        fix: t`Install it, then try again: ${page}`,
        ...(isAbsent(error) ? {} : { raw: error instanceof Error ? error.message : String(error) }),
      },
      { cause: error },
    );
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

/** Compares `1.2.650.0` by its numbers. */
function isAtLeast(version: string, wanted: readonly number[]): boolean {
  const numbers = version.split(".").map(Number);
  for (const [at, want] of wanted.entries()) {
    const have = numbers[at] ?? 0;
    if (have !== want) return have > want;
  }
  return true;
}
