import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { buildPackage } from "../../../scripts/package/vsix";
import { setupChromium } from "../../../scripts/setup/chromium";
import { MissingPart } from "../../../scripts/setup/part";
import { setupVscode, type VscodeVersion } from "../../../scripts/setup/vscode";
import { browserArguments } from "../../../scripts/vscode/browser";
import { type RunningServer, type ServerOptions, startServer } from "../../../scripts/vscode/server";
import { bundleForNode, bundleForWeb, type InsideBundle } from "./bundle";

/** What test files get: only addresses and paths, since they run in other processes. */
export interface Stage {
  readonly browser: string;
  /** The package that is installed everywhere. */
  readonly vsix: string;
  readonly servers: Readonly<Record<VscodeVersion, StageServer>>;
  readonly inside: Readonly<Record<"node" | "web" | "failing", InsideBundle>>;
}

export interface StageServer {
  readonly number: string;
  /** Trusts every workspace, as a person's window that has been asked. */
  readonly endpoint: string;
  /** Runs test modules and extensions from their folders. In return VS Code shows no dialogs and few notifications. */
  readonly driven: string;
  /** Opens workspaces in Restricted Mode. */
  readonly restricted: string;
  /** Where the extensions were installed. */
  readonly dataFolder: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    stage: Stage | { readonly missing: string };
  }
}

const settings = { "stackwright.sandbox.speed": 0 };
/** A folder opens in Restricted Mode without the question whether its authors are trusted. */
const noQuestion = { "security.workspace.trust.startupPrompt": "never" };

/** One browser, and for each version of VS Code its servers, for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const { stage, close } = await raise();
    project.provide("stage", stage);
    return close;
  } catch (error) {
    if (!(error instanceof MissingPart) || process.env["CI"]) throw error;
    project.provide("stage", { missing: error.message });
    return async () => {};
  }
}

async function raise(): Promise<{ stage: Stage; close(): Promise<void> }> {
  const executablePath = await setupChromium();
  const state = await mkdtemp(join(tmpdir(), "stackwright-test-"));
  const vsix = process.env["STACKWRIGHT_VSIX"] ?? (await buildPackage(join(state, "stackwright.vsix")));
  const [node, web, failing] = await Promise.all([
    bundleForNode("main"),
    bundleForWeb("main"),
    bundleForNode("failing"),
  ]);
  const closers: (() => Promise<void>)[] = [() => rm(state, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const each of closers.reverse()) await each();
  };
  const serve = async (version: VscodeVersion): Promise<StageServer> => {
    const vscode = await setupVscode(version);
    const options = { vsix, settings };
    const start = async (name: string, how: Partial<ServerOptions>): Promise<RunningServer> => {
      const own = join(state, `${version}-${name}`);
      const env = { STACKWRIGHT_SANDBOX_DIR: own, STACKWRIGHT_STATE_DIR: own, STACKWRIGHT_SANDBOX_SPEED: "0" };
      const server = await startServer(vscode, { ...options, ...how, env });
      closers.push(server.close);
      return server;
    };
    const [{ endpoint, dataFolder }, driven, restricted] = await Promise.all([
      start("trusting", { forPerson: true }),
      start("driven", {}),
      start("restricted", { forPerson: true, restricted: true, settings: { ...settings, ...noQuestion } }),
    ]);
    return { number: vscode.number, endpoint, driven: driven.endpoint, restricted: restricted.endpoint, dataFolder };
  };
  try {
    const browser = await chromium.launchServer({ executablePath, args: browserArguments() });
    closers.push(() => browser.close());
    const [oldest, newest] = await Promise.all([serve("oldest"), serve("newest")]);
    const stage = { browser: browser.wsEndpoint(), vsix, servers: { oldest, newest }, inside: { node, web, failing } };
    return { stage, close };
  } catch (error) {
    await close();
    throw error;
  }
}
