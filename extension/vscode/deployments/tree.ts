import * as vscode from "vscode";
import { guard } from "../command";
import { manifestGlob } from "../places";
import { Environment } from "./environment";
import type { Node } from "./node";
import { componentNodes, driftNodes, environmentNode, historyNodes, noteNode, outputNodes, partNodes } from "./nodes";
import type { ViewParts } from "./register";

/** The rows of the Deployments view: the manifests' environments, and below each what is in it. */
export class DeploymentsTree implements vscode.Disposable {
  private readonly environments = new Map<string, Environment>();
  private roots: readonly Node[] = [];
  /** Several manifests are in the workspace: each row says which one it is of. */
  private namesFiles = false;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly parts: ViewParts,
    private readonly changed: vscode.EventEmitter<Node | undefined>,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(manifestGlob, false, true, false);
    this.disposables = [
      watcher,
      watcher.onDidCreate(() => this.showAnew()),
      watcher.onDidDelete(() => this.showAnew()),
      parts.deployer.onDidChange((document) => this.noteDeployment(document)),
    ];
  }

  own(disposable: vscode.Disposable): void {
    this.disposables.push(disposable);
  }

  async childrenOf(node: Node | undefined): Promise<Node[]> {
    if (node === undefined) return this.readRoots();
    const { environment } = node;
    switch (node.kind) {
      case "environment":
        if (!environment.reading) {
          await environment.read();
          // The environment's own row says more now. With the reading there, it is not read again for that.
          if (environment.reading) await this.showAnew(environment);
        }
        return this.contentsOf(environment);
      case "component":
        return partNodes(environment, node.component);
      case "outputs":
        return outputNodes(environment);
      case "history":
        return historyNodes(environment);
      case "drift":
        return driftNodes(environment);
      default:
        return [];
    }
  }

  /** Reads an environment anew and shows it. Without one: all of them, when they are next looked at. */
  async refresh(environment?: Environment): Promise<void> {
    if (environment) await environment.read();
    else for (const each of this.environments.values()) each.reading = undefined;
    await this.showAnew(environment);
  }

  /**
   * Draws the rows of an environment anew, or all. VS Code forgets the rows that are drawn anew until they are there again;
   * what somebody chooses in the menu of one in the meantime is lost. So no more of them than have to be.
   */
  async showAnew(environment?: Environment): Promise<void> {
    const row = this.roots.find((root) => root.environment === environment);
    if (row) row.item = (await environmentNode(row.environment, this.namesFiles)).item;
    this.changed.fire(row);
  }

  private contentsOf(environment: Environment): Node[] {
    const { failure, reading } = environment;
    if (failure?.code === "missing-stack") {
      return [noteNode(environment, vscode.l10n.t("Not deployed yet"), "circle-outline")];
    }
    if (failure) return [noteNode(environment, failure.message, "error", failure.fix)];
    if (!reading)
      return [noteNode(environment, vscode.l10n.t("No target was chosen, or the manifest has errors"), "info")];
    return componentNodes(environment);
  }

  private async readRoots(): Promise<Node[]> {
    const files = await vscode.workspace.findFiles(manifestGlob, "**/node_modules/**");
    this.namesFiles = files.length > 1;
    const nodes: Node[] = [];
    for (const uri of files.sort((a, b) => a.path.localeCompare(b.path))) {
      const document = await vscode.workspace.openTextDocument(uri);
      for (const name of this.parts.manifests.of(document).environments) {
        nodes.push(await environmentNode(this.environmentFor(uri, name), this.namesFiles));
      }
    }
    // Only then is it said that there are none; while they are looked for, nothing is known.
    vscode.commands.executeCommand("setContext", "stackwright.noManifests", nodes.length === 0);
    this.roots = nodes;
    return nodes;
  }

  private environmentFor(uri: vscode.Uri, name: string): Environment {
    const made = new Environment(uri, name, this.parts);
    const environment = this.environments.get(made.key) ?? made;
    this.environments.set(made.key, environment);
    return environment;
  }

  /** A deployment that has ended has changed what there is. */
  private noteDeployment(document: vscode.TextDocument): void {
    for (const environment of this.environments.values()) {
      if (environment.uri.toString() !== document.uri.toString()) continue;
      const phase = this.parts.deployer.view(document, environment.name)?.phase;
      if (phase === environment.phase) continue;
      environment.phase = phase;
      if (phase === undefined || !ended.has(phase)) continue;
      environment.reading = undefined;
      environment.drift = undefined;
      void guard(this.parts.log, () => this.showAnew(environment));
    }
  }

  dispose(): void {
    for (const disposable of [...this.disposables, ...this.environments.values()]) disposable.dispose();
  }
}

const ended: ReadonlySet<string> = new Set(["succeeded", "failed", "destroyed", "unchanged"]);
