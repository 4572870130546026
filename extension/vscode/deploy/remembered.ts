import * as vscode from "vscode";
import { type Manifest, openManifest } from "../../manifest/manifest";
import { maskSecrets } from "../../manifest/maskSecrets";
import { type Baseline, baselineOf } from "../../protocol/edited";
import { serial } from "../canvas/serial";
import type { Log } from "../log";
import { type Deployed, parseDeployed } from "./deployed";

/** A deployment that is remembered, and what its text says. */
interface Memory {
  readonly deployed: Deployed;
  readonly manifest: Manifest;
  readonly baseline: Baseline;
}

/**
 * What was last deployed of each manifest to each environment, kept for the workspace in files of the extension's own.
 * The text is kept without the values that seem to be secrets. Nothing is read before somebody asks.
 */
export class Remembered implements vscode.Disposable {
  private readonly memories = new Map<string, Memory | undefined>();
  private readonly inTurn = serial();
  private readonly onDidChangeEmitter = new vscode.EventEmitter<vscode.Uri>();
  /** Something about this document's deployments was learned: read from disk, kept or forgotten. */
  readonly onDidChange = this.onDidChangeEmitter.event;

  /** `folder`: undefined where there is no place to write, such as in a window without a folder. Then it lasts as long as the window. */
  constructor(
    private readonly folder: vscode.Uri | undefined,
    private readonly log: Log,
  ) {}

  /** Undefined at first when it has to be read from disk; `onDidChange` says when that is done. */
  of({ uri }: { readonly uri: vscode.Uri }, environment: string): Deployed | undefined {
    return this.memory(uri, environment)?.deployed;
  }

  /** The manifest as it was deployed. */
  manifestOf({ uri }: { readonly uri: vscode.Uri }, environment: string): Manifest | undefined {
    return this.memory(uri, environment)?.manifest;
  }

  /** For `edited`. */
  baselineOf({ uri }: { readonly uri: vscode.Uri }, environment: string): Baseline | undefined {
    return this.memory(uri, environment)?.baseline;
  }

  /** `deployed.text` may be the text as it is: what seems to be a secret is taken out here. */
  async keep(uri: vscode.Uri, deployed: Deployed): Promise<void> {
    const memory = memoryOf({ ...deployed, text: maskSecrets(openManifest(deployed.text)) });
    this.set(uri, deployed.environment, memory);
    const content = JSON.stringify({ version: 1, uri: uri.toString(), ...memory.deployed });
    await this.inTurn(() => this.write(uri, deployed.environment, content));
  }

  async forget(uri: vscode.Uri, environment: string): Promise<void> {
    this.set(uri, environment, undefined);
    await this.inTurn(async () => {
      const file = await this.fileOf(uri, environment);
      if (file) await this.quietly(() => vscode.workspace.fs.delete(file));
    });
  }

  private memory(uri: vscode.Uri, environment: string): Memory | undefined {
    const key = keyOf(uri, environment);
    if (!this.memories.has(key)) {
      this.memories.set(key, undefined);
      void this.inTurn(() => this.read(uri, environment));
    }
    return this.memories.get(key);
  }

  private set(uri: vscode.Uri, environment: string, memory: Memory | undefined): void {
    this.memories.set(keyOf(uri, environment), memory);
    this.onDidChangeEmitter.fire(uri);
  }

  private async read(uri: vscode.Uri, environment: string): Promise<void> {
    const file = await this.fileOf(uri, environment);
    const content = file && (await this.quietly(() => vscode.workspace.fs.readFile(file)));
    // Kept in the meantime: what is on disk is older.
    if (!content || this.memories.get(keyOf(uri, environment))) return;
    const deployed = parseDeployed(new TextDecoder().decode(content), uri.toString(), environment);
    if (deployed) this.set(uri, environment, memoryOf(deployed));
    else this.log.warn(`What was deployed of ${uri.path} to ${environment} cannot be read any more: ${file?.path}`);
  }

  /** Through another file, so that a window that closes meanwhile leaves the old one whole. */
  private async write(uri: vscode.Uri, environment: string, content: string): Promise<void> {
    const file = await this.fileOf(uri, environment);
    if (!file) return;
    try {
      const draft = file.with({ path: `${file.path}.new` });
      await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(content));
      await vscode.workspace.fs.rename(draft, file, { overwrite: true });
    } catch (error) {
      this.log.warn(`What was deployed could not be remembered: ${String(error)}`);
    }
  }

  private async fileOf(uri: vscode.Uri, environment: string): Promise<vscode.Uri | undefined> {
    if (!this.folder) return undefined;
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(keyOf(uri, environment)));
    const name = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return vscode.Uri.joinPath(this.folder, "deployed", `${name}.json`);
  }

  private async quietly<Result>(run: () => Thenable<Result>): Promise<Result | undefined> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) this.log.warn(String(error));
      return undefined;
    }
  }

  dispose(): void {
    this.onDidChangeEmitter.dispose();
  }
}

function memoryOf(deployed: Deployed): Memory {
  const manifest = openManifest(deployed.text);
  return { deployed, manifest, baseline: baselineOf(manifest, deployed.environment, deployed.at) };
}

function keyOf(uri: vscode.Uri, environment: string): string {
  return `${uri.toString()}#${environment}`;
}
