import * as vscode from "vscode";
import type { Cloud } from "../../deploy/cloud";
import type { DeploymentView, Picture } from "../../protocol/messages";
import { guard } from "../command";
import type { Deployer, DeployRequest } from "../deployer";
import { openCanvas } from "../open";
import type { Ground } from "../start";
import { checkManifest } from "./checkManifest";
import { confirmOldPlan, confirmPlan, offerPlan } from "./confirm";
import { connectTo } from "./connectTo";
import { Deployment } from "./deployment";
import { destroyStack } from "./destroyStack";
import { ejectApp } from "./eject";
import { sayEnd } from "./ending";
import { loadEngine } from "./engine";
import { explainFailure, markdownOf } from "./explainFailure";
import { exportPlan } from "./exportPlan";
import { copyOutput, openOutput } from "./outputs";
import { planManifest } from "./planManifest";
import { offerProtection } from "./protection";
import { type Enlisting, follow, reattachLater } from "./reattach";
import { recordOf } from "./record";
import { recoverDeployment } from "./recover";
import { remember } from "./remember";
import { SandboxServer } from "./sandboxServer";
import { StatusBar } from "./statusBar";
import type { TargetChoice } from "./targetChoice";
import { Targets } from "./targets";
import { checkTrust, trustProblem } from "./trust";
import { showProgress } from "./watching";

/** Deploys from the editor. One deployment at a time for each environment of a manifest. */
export class EditorDeployer implements Deployer {
  private readonly deployments = new Map<string, Deployment>();
  private readonly onDidChangeEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly statusBar = new StatusBar();
  private readonly sandbox: SandboxServer;
  private readonly targets: Targets;
  private readonly enlisting: Enlisting;
  private readonly reattaching: vscode.Disposable;
  readonly onDidChange = this.onDidChangeEmitter.event;

  constructor(
    private readonly ground: Ground,
    memory: vscode.Memento,
  ) {
    this.sandbox = new SandboxServer(ground.log);
    this.targets = new Targets(memory);
    this.enlisting = {
      ground,
      sandbox: this.sandbox,
      enlist: (deployment) => this.enlist(deployment),
      dismiss: (deployment) => this.remove(deployment),
    };
    this.reattaching = reattachLater(this.enlisting);
  }

  possible(): Picture["deploy"] {
    const reason = trustProblem();
    return reason === undefined ? { possible: true } : { possible: false, reason };
  }

  view(document: vscode.TextDocument, environment: string): DeploymentView | undefined {
    const deployment = this.deployments.get(keyOf(document, environment));
    return deployment?.shown ? deployment.view : deployment?.before?.view;
  }

  async deploy(document: vscode.TextDocument, request: DeployRequest): Promise<void> {
    const deployment = await this.begin(document, request, "planning");
    if (!deployment) return;
    if (request.from === "command") await openCanvas(document.uri, { preserveFocus: true });
    await this.plan(deployment);
    const { phase, plan } = deployment.view;
    if (phase === "failed" || phase === "unchanged") return sayEnd(this.ground, document, deployment.view);
    if (request.from === "canvas" || !plan) return;
    const decision = await offerPlan(plan, deployment.view.text);
    if (decision === "deploy") await this.confirm(document);
    if (decision === "review") await openCanvas(document.uri);
    if (decision === "cancel") await this.discard(document);
  }

  async confirm(document: vscode.TextDocument): Promise<void> {
    const deployment = this.current(document);
    const plan = deployment?.view.plan;
    if (!deployment?.confirmable || !plan || !checkTrust()) return;
    if (!deployment.source && document.getText() !== deployment.text) {
      const decision = await confirmOldPlan();
      if (decision === "plan") return this.deploy(document, { from: "canvas", environment: deployment.environment });
      if (decision === "cancel") return;
    }
    if (!(await confirmPlan(plan))) return;
    // While the name was typed the plan may have been discarded, or confirmed from another canvas.
    if (!deployment.confirmable || !this.holds(deployment)) return;
    await this.execute(deployment);
  }

  async discard(document: vscode.TextDocument): Promise<void> {
    const deployment = this.current(document);
    if (!deployment?.confirmable) return;
    this.remove(deployment);
    await this.discardPlan(deployment);
  }

  async exportPlan(document: vscode.TextDocument, format: "markdown" | "json"): Promise<void> {
    const plan = this.current(document)?.view.plan;
    if (plan) await exportPlan(plan, format);
  }

  async copyFailure(document: vscode.TextDocument): Promise<void> {
    const view = this.shownView(document);
    if (!view?.failure) return;
    await vscode.env.clipboard.writeText(await markdownOf(document, this.ground, view.failure, view.stackName));
  }

  async explain(document: vscode.TextDocument): Promise<void> {
    const environment = await this.ground.environments.ask(document, vscode.l10n.t("Explain Last Failure"));
    if (environment === undefined) return;
    const cloud = await this.connect(document, environment);
    const app = this.ground.manifests.of(document).appFor(environment);
    if (!cloud || !app) return;
    try {
      const { stackName } = await loadEngine();
      await explainFailure(this.ground, document, cloud, stackName(app));
    } finally {
      cloud.close();
    }
  }

  async recover(document: vscode.TextDocument, asked?: string): Promise<void> {
    const { environments, manifests, log } = this.ground;
    const environment = asked ?? (await environments.ask(document, vscode.l10n.t("What Can Be Done")));
    if (environment === undefined) return;
    const cloud = await this.connect(document, environment);
    const app = manifests.of(document).appFor(environment);
    if (!cloud || !app) return;
    const { stackName } = await loadEngine();
    const request = { from: "command", environment } as const;
    try {
      await recoverDeployment({
        cloud,
        stackName: stackName(app),
        environment,
        uri: document.uri,
        log,
        deploy: () => this.deploy(document, request),
        destroy: (ways) => this.destroy(document, ways ? { ...request, ways } : request),
        explain: () => explainFailure(this.ground, document, cloud, stackName(app)),
        follow: (entry) => follow(this.enlisting, entry),
      });
    } finally {
      cloud.close();
    }
  }

  async destroy(document: vscode.TextDocument, request: DeployRequest): Promise<void> {
    const deployment = await this.begin(document, request, "destroying");
    if (!deployment) return;
    const ended = await destroyStack(deployment, this.sandbox, request.ways);
    await remember(this.ground.remembered, deployment);
    if (ended) sayEnd(this.ground, document, deployment.view);
    else this.callOff(deployment);
  }

  async connect(document: vscode.TextDocument, environment: string): Promise<Cloud | undefined> {
    if (!checkTrust()) return undefined;
    const app = this.ground.manifests.of(document).appFor(environment);
    const choice = app && (await this.targets.of(document, environment));
    return app && choice && connectTo({ app, choice }, this.sandbox);
  }

  goesTo(document: vscode.TextDocument, environment: string): TargetChoice | undefined {
    return this.targets.remembered(document, environment);
  }

  async chooseTarget(document: vscode.TextDocument): Promise<void> {
    if (!checkTrust()) return;
    const environment = await this.ground.environments.ask(document, vscode.l10n.t("Deployment Target"));
    if (environment !== undefined) await this.targets.ask(document, environment);
  }

  async eject(document: vscode.TextDocument): Promise<void> {
    const environment = await this.ground.environments.ask(document, vscode.l10n.t("Eject to CloudFormation"));
    const app = environment && (await checkManifest(this.ground.manifests, document, environment));
    if (app) await ejectApp(app, document.uri);
  }

  async startSandbox(): Promise<void> {
    if (!checkTrust()) return;
    const { endpoint } = await this.sandbox.start();
    const copy = vscode.l10n.t("Copy Address");
    const sentence = vscode.l10n.t("The Sandbox, a simulated CloudFormation, runs at {0}.", endpoint);
    if ((await vscode.window.showInformationMessage(sentence, copy)) === copy) {
      await vscode.env.clipboard.writeText(endpoint);
    }
  }

  close(document: vscode.TextDocument): void {
    const deployment = this.current(document);
    if (deployment && !deployment.busy && deployment.view.phase !== "planned") this.remove(deployment);
  }

  copyOutput(document: vscode.TextDocument, key: string): Promise<void> {
    return copyOutput(this.shownView(document), key);
  }

  openOutput(document: vscode.TextDocument, key: string): Promise<void> {
    return openOutput(this.shownView(document), key);
  }

  /** Everything that has to be known and asked before the engine is. Undefined: it stops here, and the person knows why. */
  private async begin(
    document: vscode.TextDocument,
    request: DeployRequest,
    phase: "planning" | "destroying",
  ): Promise<Deployment | undefined> {
    if (!checkTrust()) return undefined;
    const title = phase === "planning" ? vscode.l10n.t("Plan & Deploy") : vscode.l10n.t("Destroy");
    const environment = request.environment ?? (await this.ground.environments.ask(document, title));
    if (environment === undefined) return undefined;
    await this.ground.environments.choose(document, environment);
    const app = await checkManifest(this.ground.manifests, document, environment);
    const choice = app && (await this.targets.of(document, environment));
    if (!app || !choice) return undefined;
    const { stackName } = await loadEngine();
    // From here to the new entry nothing waits, so that two clicks cannot begin two deployments.
    const before = this.deployments.get(keyOf(document, environment));
    if (before?.busy) throw new Error(vscode.l10n.t("{0} is busy: {1}", before.view.stackName, before.view.text));
    if (before) this.remove(before);
    const deployment = new Deployment(document, app, choice, phase, stackName(app), this.ground.log);
    deployment.source = request.source;
    if (phase === "destroying" && !before?.confirmable) deployment.before = before;
    this.deployments.set(keyOf(document, environment), deployment);
    deployment.onDidChange(() => this.tell(deployment));
    this.tell(deployment);
    if (before?.confirmable) await this.discardPlan(before);
    return deployment;
  }

  private async plan(deployment: Deployment): Promise<void> {
    const title = vscode.l10n.t("Planning {0}", deployment.view.stackName);
    const options = { location: vscode.ProgressLocation.Notification, title };
    await vscode.window.withProgress(options, async () => {
      try {
        const engine = await loadEngine();
        deployment.cloud = await connectTo(deployment, this.sandbox);
        const source = deployment.source ?? planManifest;
        const result = await source(engine, deployment.cloud, deployment);
        if (result.kind === "unchanged") await remember(this.ground.remembered, deployment);
        if (result.kind === "unchanged" && result.protection !== undefined) {
          // Not waited for: the plan is done, whatever the person says to this.
          void guard(this.ground.log, () => offerProtection(deployment, result.protection === true));
        }
      } catch (error) {
        deployment.fail(error);
      }
    });
  }

  private async execute(deployment: Deployment): Promise<void> {
    const { cloud, view, document } = deployment;
    if (!cloud || !view.plan) return;
    deployment.confirmed = true;
    const engine = await loadEngine();
    const record = await recordOf(deployment);
    const { prepared } = deployment;
    const pushing = prepared ? engine.pushImages(cloud, prepared, deployment) : Promise.resolve();
    const { plan } = view;
    const executing = pushing.then(() => engine.execute(cloud, plan, deployment, undefined, record));
    const running = executing.catch((error: unknown) => deployment.fail(error));
    const where = view.target === "sandbox" ? vscode.l10n.t("the Sandbox (a simulation)") : "AWS";
    await showProgress(vscode.l10n.t("Deploying {0} to {1}", view.stackName, where), deployment, running);
    await running;
    await remember(this.ground.remembered, deployment);
    sayEnd(this.ground, document, deployment.view);
    const { phase } = deployment.view;
    if (phase === "succeeded") void engine.tellHealth(cloud, view.stackName, deployment, deployment.gone.signal);
  }

  private enlist(deployment: Deployment): boolean {
    const key = keyOf(deployment.document, deployment.environment);
    if (this.deployments.has(key)) return false;
    this.deployments.set(key, deployment);
    deployment.onDidChange(() => this.tell(deployment));
    this.tell(deployment);
    return true;
  }

  private current(document: vscode.TextDocument): Deployment | undefined {
    return this.deployments.get(keyOf(document, this.ground.environments.of(document)));
  }

  private shownView(document: vscode.TextDocument): DeploymentView | undefined {
    return this.view(document, this.ground.environments.of(document));
  }

  private tell({ document }: Deployment): void {
    this.statusBar.show([...this.deployments.values()].filter(({ shown }) => shown));
    this.onDidChangeEmitter.fire(document);
  }

  private holds(deployment: Deployment): boolean {
    return this.deployments.get(keyOf(deployment.document, deployment.environment)) === deployment;
  }

  private callOff(deployment: Deployment): void {
    const { before } = deployment;
    this.remove(deployment);
    if (before) this.deployments.set(keyOf(before.document, before.environment), before);
    this.tell(deployment);
  }

  /** Out of every view. What it began in the cloud is not touched. */
  private remove(deployment: Deployment): void {
    if (!this.holds(deployment)) return;
    this.deployments.delete(keyOf(deployment.document, deployment.environment));
    this.tell(deployment);
    if (!deployment.confirmable) deployment.dispose();
  }

  /** A plan that is not carried out leaves nothing behind in the cloud. */
  private async discardPlan(deployment: Deployment): Promise<void> {
    const { cloud, view } = deployment;
    if (!cloud || !view.plan) return;
    const { discard } = await loadEngine();
    await discard(cloud, view.plan, deployment);
    deployment.dispose();
  }

  /** The window closes. Deployments go on in the cloud; plans that nobody confirmed are taken back. */
  async stop(): Promise<void> {
    const planned = [...this.deployments.values()].filter(({ confirmable }) => confirmable);
    await Promise.allSettled(planned.map((deployment) => this.discardPlan(deployment)));
    for (const deployment of this.deployments.values()) deployment.dispose();
    await this.sandbox.close();
  }

  dispose(): void {
    this.reattaching.dispose();
    this.onDidChangeEmitter.dispose();
    this.statusBar.dispose();
  }
}

function keyOf({ uri }: vscode.TextDocument, environment: string): string {
  return `${uri.toString()}#${environment}`;
}
