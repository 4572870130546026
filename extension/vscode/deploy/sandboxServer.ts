import * as vscode from "vscode";
import type { Sandbox } from "../../sandbox/sandbox";
import type { Log } from "../log";
import { loadEngine } from "./engine";

/** The Sandbox, started when it is first needed and closed with the window, unless another process owns it. */
export class SandboxServer {
  private starting: Promise<Sandbox> | undefined;

  constructor(private readonly log: Log) {}

  /** A start that failed is tried anew the next time. */
  start(): Promise<Sandbox> {
    this.starting ??= this.open().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async open(): Promise<Sandbox> {
    const { sandboxDirectory, startSandbox } = await loadEngine();
    const sandbox = await startSandbox({ directory: sandboxDirectory(), speed: await speed() });
    this.log.info(
      sandbox.owner
        ? vscode.l10n.t("The Sandbox, a simulated cloud, runs at {0}.", sandbox.endpoint)
        : vscode.l10n.t("The Sandbox of another process is used, at {0}.", sandbox.endpoint),
    );
    for (const notice of sandbox.notices) this.log.warn(notice);
    return sandbox;
  }

  async close(): Promise<void> {
    const starting = this.starting;
    this.starting = undefined;
    const sandbox = await starting?.catch(() => undefined);
    await sandbox?.close();
  }
}

/** The environment variable is for whoever starts VS Code from a script; a person has the setting. */
async function speed(): Promise<number> {
  const { sandboxSpeed } = await loadEngine();
  if (process.env["STACKWRIGHT_SANDBOX_SPEED"] !== undefined) return sandboxSpeed();
  return vscode.workspace.getConfiguration("stackwright").get<number>("sandbox.speed") ?? 1;
}
