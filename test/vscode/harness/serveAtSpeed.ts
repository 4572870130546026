import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setupVscode, type VscodeVersion } from "../../../scripts/setup/vscode";
import { startServer } from "../../../scripts/vscode/server";
import { stage } from "./stage";

export interface OwnServer {
  readonly endpoint: string;
  /** Where the extension was installed. */
  readonly dataFolder: string;
  close(): Promise<void>;
}

/** A server of VS Code whose Sandbox takes its time: 1 as in a demonstration, 10 ten times as fast. */
export async function serveAtSpeed(version: VscodeVersion, speed: number): Promise<OwnServer> {
  const state = await mkdtemp(join(tmpdir(), "stackwright-test-"));
  const env = {
    STACKWRIGHT_SANDBOX_DIR: state,
    STACKWRIGHT_STATE_DIR: state,
    STACKWRIGHT_SANDBOX_SPEED: String(speed),
  };
  const server = await startServer(await setupVscode(version), { vsix: stage().vsix, forPerson: true, env });
  return {
    endpoint: server.endpoint,
    dataFolder: server.dataFolder,
    close: async () => {
      await server.close();
      await rm(state, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
