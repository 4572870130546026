import * as vscode from "vscode";
import type { Cloud } from "../../deploy/cloud";
import { isDeployError } from "../../deploy/errors";
import type { Drift } from "../../deploy/operate/drift";
import type { HistoryEntry } from "../../deploy/operate/history";
import type { Inventory } from "../../deploy/operate/inventory";
import type { RecoverAction } from "../../deploy/recover/actions";
import type { DeploymentView, Failure, ServiceHealth } from "../../deploy/types";
import { loadEngine } from "../deploy/engine";
import type { TargetChoice } from "../deploy/targetChoice";
import type { ViewParts } from "./register";

/** What was read of an environment, all at one time. */
export interface Reading {
  readonly inventory: Inventory;
  readonly health: readonly ServiceHealth[];
  readonly history: readonly HistoryEntry[];
  /** What the stack's status allows. */
  readonly actions: readonly RecoverAction[];
}

/** One environment of one manifest, as the view knows it. */
export class Environment implements vscode.Disposable {
  reading: Reading | undefined;
  failure: Failure | undefined;
  drift: Drift | undefined;
  /** Of the last deployment of this window, as it was last told. */
  phase: DeploymentView["phase"] | undefined;
  private cloud: Cloud | undefined;
  private signedInTo: string | undefined;

  constructor(
    readonly uri: vscode.Uri,
    readonly name: string,
    private readonly parts: ViewParts,
  ) {}

  get key(): string {
    return `${this.uri.toString()}#${this.name}`;
  }

  document(): Thenable<vscode.TextDocument> {
    return vscode.workspace.openTextDocument(this.uri);
  }

  /** Where it goes; undefined before anybody has chosen. */
  async target(): Promise<TargetChoice | undefined> {
    return this.parts.deployer.goesTo(await this.document(), this.name);
  }

  async stackName(): Promise<string | undefined> {
    const app = this.parts.manifests.of(await this.document()).appFor(this.name);
    return app && `${app.name}-${app.environment}`;
  }

  /** Signs in, once for each target. Undefined: the person turned away, or the manifest has errors. */
  async open(): Promise<Cloud | undefined> {
    const document = await this.document();
    const choice = JSON.stringify(await this.target());
    if (this.cloud && choice === this.signedInTo) return this.cloud;
    this.cloud?.close();
    this.cloud = await this.parts.deployer.connect(document, this.name);
    this.signedInTo = JSON.stringify(await this.target());
    return this.cloud;
  }

  /** Reads everything anew. What goes wrong is kept, to be shown in its place. */
  async read(): Promise<void> {
    this.failure = undefined;
    try {
      const engine = await loadEngine();
      const stackName = await this.stackName();
      const cloud = stackName === undefined ? undefined : await this.open();
      if (!cloud || stackName === undefined) return;
      const inventory = await engine.inventoryOf(cloud, stackName);
      const { account } = cloud.identity;
      const [health, history] = await Promise.all([
        engine.healthOf(cloud, inventory).catch((error: unknown) => {
          // Who may not ask ECS still sees what CloudFormation says.
          const { message } = engine.explain(error);
          this.parts.log.warn(vscode.l10n.t("How the services of {0} are is not known: {1}", stackName, message));
          return [];
        }),
        engine.historyOf({ folder: engine.journalDirectory() }, { ...inventory, account }, cloud),
      ]);
      this.reading = { inventory, health, history, actions: engine.actionsFor(inventory.status) };
    } catch (error) {
      this.reading = undefined;
      if (!isDeployError(error)) throw error;
      this.failure = error.failure;
    }
  }

  dispose(): void {
    this.cloud?.close();
  }
}
