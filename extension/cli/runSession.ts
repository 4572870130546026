import { spawn } from "node:child_process";
import type { SessionProcess } from "../deploy/operate/session";
import type { Terminal } from "./terminal";

/** Gives this terminal to a session until it ends. Ctrl-C is the session's meanwhile. Gives its exit code. */
export async function runSession({ file, args, env }: SessionProcess, terminal: Terminal): Promise<number> {
  const dispose = terminal.onInterrupt(() => undefined);
  try {
    return await new Promise<number>((resolve, reject) => {
      const child = spawn(file, [...args], { stdio: "inherit", env: { ...process.env, ...env } });
      child.once("error", reject);
      child.once("close", (code) => resolve(code ?? 1));
    });
  } finally {
    dispose();
  }
}
