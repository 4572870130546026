import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../setup/command";
import type { VscodeServer } from "../setup/vscode";

export interface ServerOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  /** An extension package to install first, as a user would. */
  readonly vsix?: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Workspaces start in Restricted Mode, as they do for a user. Without it every one is trusted. */
  readonly restricted?: boolean;
  /** A person looks at it. For a driver VS Code keeps its notifications back, and those would be missed. */
  readonly forPerson?: boolean;
  /** Asked of every window; absent: the server is open to this machine, as tests like it. */
  readonly token?: string;
  /** Where state stays between runs; absent: a fresh folder, removed at the end. */
  readonly dataFolder?: string;
  /** Added to the environment of the server and of the extension host. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface RunningServer {
  /** `http://localhost:PORT`, exactly as the server calls itself. */
  readonly endpoint: string;
  readonly dataFolder: string;
  /** Resolves when the server ends by itself. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const startLimit = 60_000;

/** Starts VS Code's server on loopback and waits until it serves. */
export async function startServer(vscode: VscodeServer, options: ServerOptions = {}): Promise<RunningServer> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), "stackwright-vscode-")));
  const main = join(vscode.folder, "out", "server-main.js");
  const places = ["--server-data-dir", dataFolder, "--user-data-dir", join(dataFolder, "data")];
  places.push("--extensions-dir", join(dataFolder, "extensions"));
  await mkdir(join(dataFolder, "data", "User"), { recursive: true });
  const settings = JSON.stringify({ ...calm, ...options.settings }, null, 2);
  await writeFile(join(dataFolder, "data", "User", "settings.json"), settings);
  if (options.vsix) await command(vscode.node, [main, ...places, "--install-extension", options.vsix, "--force"]);
  const args = [main, "--host", "127.0.0.1", "--port", String(options.port ?? 0), ...places];
  args.push("--accept-server-license-terms", "--disable-telemetry");
  if (!options.forPerson) args.push("--enable-smoke-test-driver");
  args.push(...(options.token ? ["--connection-token", options.token] : ["--without-connection-token"]));
  if (!options.restricted) args.push("--disable-workspace-trust");
  const child = spawn(vscode.node, args, {
    cwd: vscode.folder,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that what it has started can be ended with it.
    detached: process.platform !== "win32",
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const abandon = (): void => endAll(child, "SIGKILL");
  process.once("exit", abandon);
  const close = async (): Promise<void> => {
    process.off("exit", abandon);
    endAll(child, "SIGTERM");
    const forced = setTimeout(() => endAll(child, "SIGKILL"), 5_000);
    await ended;
    clearTimeout(forced);
    // An extension host outlives its server, and writes without end to a log whose folder is gone.
    endAll(child, "SIGKILL");
    if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { endpoint: await announcedAddress(child), dataFolder, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The server and all that it has started; fine with those that have ended. */
function endAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") child.kill(signal);
  else {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nothing of it runs any more.
    }
  }
}

/** What VS Code shows only to sell itself stays away from tests and from a first start. */
const calm = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
};

function announcedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => fail(`did not serve within ${startLimit / 1000} s`), startLimit);
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ${why}.\n${output.trim()}`));
    };
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const address = /Web UI available at (\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(new URL(address).origin);
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.once("error", (error) => fail(error.message));
    child.once("close", (code) => fail(`ended with ${code}`));
  });
}
