import * as vscode from "vscode";
import type { DestroyOptions } from "../deploy/engine";
import type { DeploymentView, Picture } from "../protocol/messages";
import type { PlanSource } from "./deploy/planManifest";

/** `canvas`: what is shown there is enough, and it goes on there. `command`: the person may not see a canvas. */
export interface DeployRequest {
  readonly from: "canvas" | "command";
  /** Asked for when absent, where there is a choice. */
  readonly environment?: string;
  /** Ways to destroy what cannot simply be destroyed. */
  readonly ways?: DestroyOptions;
  /** Plans something other than the manifest as it stands. */
  readonly source?: PlanSource;
}

/** What the editor can ask of deploying. Where there is none, in a browser, an answer still says why. */
export interface Deployer extends vscode.Disposable {
  /** A deployment of this document moved on, began or was closed. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
  possible(): Picture["deploy"];
  view(document: vscode.TextDocument, environment: string): DeploymentView | undefined;
  /** Plans, and carries it out once that was confirmed. On the canvas the confirmation is `confirm`, later. */
  deploy(document: vscode.TextDocument, request: DeployRequest): Promise<void>;
  confirm(document: vscode.TextDocument): Promise<void>;
  discard(document: vscode.TextDocument): Promise<void>;
  /** Opens the plan that waits as a page to read, or as data. */
  exportPlan(document: vscode.TextDocument, format: "markdown" | "json"): Promise<void>;
  /** Puts the failure that is in view on the clipboard, as Markdown. */
  copyFailure(document: vscode.TextDocument): Promise<void>;
  /** Explains the last failure of an environment's stack, however long ago. */
  explain(document: vscode.TextDocument): Promise<void>;
  /** Offers what the status of an environment's stack allows: follow, cancel, roll back, continue, delete, and so on. */
  recover(document: vscode.TextDocument, environment?: string): Promise<void>;
  destroy(document: vscode.TextDocument, request: DeployRequest): Promise<void>;
  chooseTarget(document: vscode.TextDocument): Promise<void>;
  /** Writes an environment as plain CloudFormation. */
  eject(document: vscode.TextDocument): Promise<void>;
  startSandbox(): Promise<void>;
  /** Takes the finished or failed one out of view. */
  close(document: vscode.TextDocument): void;
  copyOutput(document: vscode.TextDocument, key: string): Promise<void>;
  openOutput(document: vscode.TextDocument, key: string): Promise<void>;
}

/** The one that stands in where there is no Node. */
export function cannotDeploy(): Deployer {
  const reason = vscode.l10n.t(
    "Deploying is not possible in the browser. Open this folder in VS Code on a computer or on a remote machine.",
  );
  const refuse = async (): Promise<void> => {
    throw new Error(reason);
  };
  return {
    onDidChange: () => new vscode.Disposable(() => {}),
    possible: () => ({ possible: false, reason }),
    view: () => undefined,
    deploy: refuse,
    confirm: refuse,
    discard: refuse,
    exportPlan: refuse,
    copyFailure: refuse,
    explain: refuse,
    recover: refuse,
    destroy: refuse,
    chooseTarget: refuse,
    eject: refuse,
    startSandbox: refuse,
    close: () => {},
    copyOutput: refuse,
    openOutput: refuse,
    dispose: () => {},
  };
}
