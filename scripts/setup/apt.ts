import { existsSync } from "node:fs";
import { attempt, command } from "./command";

/** Runs apt-get as root with the prefix that `asRoot` gave. */
export async function apt(prefix: readonly string[], args: readonly string[]): Promise<void> {
  const whole = [
    ...prefix,
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    "-qq",
    "-o",
    "DPkg::Lock::Timeout=300",
    ...args,
  ];
  await command(whole[0] ?? "env", whole.slice(1));
}

/** What to put before a command so that it runs as root: nothing for root; undefined where there is no way, or no apt. */
export async function asRoot(): Promise<readonly string[] | undefined> {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = await attempt("sudo", ["-n", "true"]).catch(() => undefined);
  return sudo?.code === 0 ? ["sudo", "-n"] : undefined;
}
