import * as vscode from "vscode";
import type { Prepared } from "../../deploy/build/prepareImages";
import type { Cloud } from "../../deploy/cloud";
import { isDeployError } from "../../deploy/errors";
import type { Host, Message } from "../../deploy/messages";
import type { RevisionContent } from "../../deploy/operate/revision";
import { message } from "../../deploy/say";
import { startTracking, track } from "../../deploy/track";
import type { DeploymentView, Failure } from "../../deploy/types";
import type { App } from "../../manifest/app";
import type { Log } from "../log";
import { offerCancel } from "./offerCancel";
import type { PlanSource } from "./planManifest";
import { watchPlan } from "./stalePlan";
import { tell } from "./story";
import type { TargetChoice } from "./targetChoice";

/** One deployment of one manifest to one environment: what the engine said about it, and what is needed to go on. */
export class Deployment implements Host, vscode.Disposable {
  view: DeploymentView;
  /** What is to be destroyed is only looked at first. No view says "destroying" before that was confirmed. */
  shown: boolean;
  /** The one that ended before this one: it stays in view until this one is shown, and when this one is called off. */
  before: Deployment | undefined;
  /** Signed in to once the engine has been asked for something. */
  cloud: Cloud | undefined;
  /** What was built for the plan, until it is sent or given up. */
  prepared: Prepared | undefined;
  /** The text that was planned. */
  readonly text: string;
  /** Where the plan comes from, when not from the manifest as it stands. */
  source: PlanSource | undefined;
  /** What the plan would deploy; undefined when that is what is deployed already. */
  deploys: RevisionContent | undefined;
  /** The text had changes that were not saved, and they are part of the plan. */
  readonly unsaved: boolean;
  /** Looks whether the plan that waits still says what would happen. */
  private watching: vscode.Disposable | undefined;
  private readonly onDidChangeEmitter = new vscode.EventEmitter<void>();
  readonly onDidChange = this.onDidChangeEmitter.event;

  constructor(
    readonly document: vscode.TextDocument,
    readonly app: App,
    readonly choice: TargetChoice,
    phase: "planning" | "destroying",
    stackName: string,
    private readonly log: Log,
  ) {
    this.text = document.getText();
    this.unsaved = document.isDirty;
    this.shown = phase === "planning";
    this.view = startTracking({ environment: app.environment, target: choice.target, stackName, phase });
  }

  get environment(): string {
    return this.app.environment;
  }

  /** The plan was confirmed. From here to the engine's first word the view still says "planned". */
  confirmed = false;

  /** Whether something is going on that another deployment must not run into. */
  get busy(): boolean {
    const { phase } = this.view;
    return phase === "planning" || phase === "deploying" || phase === "destroying" || this.awaitsEngine;
  }

  /** There is a plan that can still be confirmed or discarded. */
  get confirmable(): boolean {
    return this.view.phase === "planned" && !this.confirmed;
  }

  private get awaitsEngine(): boolean {
    return this.view.phase === "planned" && this.confirmed;
  }

  notify(said: Message): void {
    tell(this.log, this.view.stackName, said);
    this.view = track(this.view, said);
    if (said.code === "destroying" || said.code === "failed") {
      this.shown = true;
      this.before = undefined;
    }
    if (said.code === "planned" && this.unsaved) this.view = { ...this.view, text: `${said.text} ${unsavedNote()}` };
    if (said.code === "crashing") void offerCancel(this, said, this.log);
    this.watching?.dispose();
    this.watching = this.confirmable ? watchPlan(this) : undefined;
    if (!this.confirmable) this.setStale(undefined);
    this.onDidChangeEmitter.fire();
  }

  /** Whether the manifest is another than the one that was planned. */
  differs(isAnother: boolean): void {
    if (this.view.stale === "stack" || (this.view.stale === "manifest") === isAnother) return;
    this.setStale(isAnother ? "manifest" : undefined);
    this.onDidChangeEmitter.fire();
  }

  /** Somebody else changed the stack: the plan cannot be carried out any more. */
  overtaken(): void {
    this.setStale("stack");
    this.onDidChangeEmitter.fire();
  }

  private setStale(stale: DeploymentView["stale"]): void {
    const { stale: _, ...view } = this.view;
    this.view = stale === undefined ? view : { ...view, stale };
  }

  /** The engine's own failures have said themselves already, except those before it could say anything. */
  fail(error: unknown): void {
    if (this.view.phase !== "failed") this.notify(message("failed", { failure: failureOf(error) }));
    if (!isDeployError(error)) this.log.error(error instanceof Error ? error : String(error));
  }

  /** Whatever still looks at what was deployed ends with it. */
  readonly gone = new AbortController();

  dispose(): void {
    this.gone.abort();
    this.watching?.dispose();
    this.onDidChangeEmitter.dispose();
    this.cloud?.close();
    void this.prepared?.dispose();
  }
}

function failureOf(error: unknown): Failure {
  if (isDeployError(error)) return error.failure;
  return {
    code: "unexpected",
    message: error instanceof Error ? error.message : String(error),
    fix: vscode.l10n.t("The log has the details."),
  };
}

function unsavedNote(): string {
  return vscode.l10n.t("It is planned from the text in the editor, which has changes that are not saved.");
}
