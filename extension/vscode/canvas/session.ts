import * as vscode from "vscode";
import type { ToHost, ToWebview } from "../../protocol/messages";
import { draw } from "../../protocol/picture";
import { parseToHost } from "../../protocol/validate";
import { guard } from "../command";
import { openText } from "../open";
import type { Parts } from "../parts";
import { isSameFile, isWritable } from "../places";
import { placeOf } from "./placeOf";
import { serial } from "./serial";
import { write } from "./write";

type Received<Type extends ToHost["type"]> = Extract<ToHost, { type: Type }>;

/** One canvas: a webview that shows one document. Several may show the same one. */
export class CanvasSession implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];
  private readonly inTurn = serial();
  /** The page runs. It is gone whenever the canvas is hidden, and says so anew when it is back. */
  private ready = false;
  private drawing = false;
  private selected: string | undefined;

  constructor(
    private readonly parts: Parts,
    readonly document: vscode.TextDocument,
    private readonly panel: vscode.WebviewPanel,
  ) {
    const { manifests, environments, deployer } = parts;
    const redraw = (changed: vscode.TextDocument): void => {
      if (isSameFile(changed, document)) this.draw();
    };
    this.disposables = [
      panel.webview.onDidReceiveMessage((message: unknown) => guard(parts.log, () => this.receive(message))),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.ready = false;
        // The person turned to the canvas: when they come back to the text, its cursor counts anew.
        if (panel.active) this.selected = undefined;
      }),
      manifests.onDidChange(redraw),
      environments.onDidChange((changed) => {
        redraw(changed);
        if (isSameFile(changed, document)) this.showDeployment();
      }),
      deployer.onDidChange((changed) => {
        if (isSameFile(changed, document)) this.showDeployment();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.draw()),
    ];
  }

  /** Marks a component, and shows it. */
  select(component: string): void {
    if (component === this.selected) return;
    this.selected = component;
    this.post({ type: "select", component });
  }

  /** Once for all that happens in one turn. */
  private draw(): void {
    if (this.drawing || !this.ready) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      this.post({ type: "picture", picture: this.picture() });
    });
  }

  private picture() {
    const { manifests, environments, deployer, pictures } = this.parts;
    const { document } = this;
    const previous = pictures.get(document);
    const picture = draw(manifests.of(document), {
      version: document.version,
      environment: environments.of(document),
      editable: isWritable(document.uri),
      deploy: deployer.possible(),
      ...(previous ? { previous } : {}),
    });
    pictures.set(document, picture);
    return picture;
  }

  private showDeployment(): void {
    const { deployer, environments } = this.parts;
    const deployment = deployer.view(this.document, environments.of(this.document)) ?? null;
    this.post({ type: "deployment", deployment });
  }

  private post(message: ToWebview): void {
    if (this.ready) this.panel.webview.postMessage(message);
  }

  private async receive(raw: unknown): Promise<void> {
    const message = parseToHost(raw);
    if (message) return this.answer(message);
    this.parts.log.warn("The canvas sent a message that does not fit the protocol. It was refused.");
    const reason = vscode.l10n.t("The canvas sent an edit that cannot be understood. Nothing was written.");
    const id = typeof raw === "object" && raw !== null && "id" in raw ? raw.id : undefined;
    if (typeof id === "number") this.post({ type: "edited", id, ok: false, reason });
  }

  private async answer(message: ToHost): Promise<void> {
    const { environments, deployer, log } = this.parts;
    const { document } = this;
    switch (message.type) {
      case "ready":
        return this.start();
      case "edit":
        return this.inTurn(() => this.edit(message));
      case "undo":
      case "redo":
        return this.inTurn(async () => vscode.commands.executeCommand(message.type));
      case "chooseEnvironment":
        return environments.choose(document, message.environment);
      case "reveal":
        return openText(document, placeOf(this.parts.manifests.of(document), message.path));
      case "revealOffset":
        return openText(document, { start: message.offset, end: message.offset });
      case "openText":
        return openText(document);
      case "deploy":
        return deployer.deploy(document, { from: "canvas", environment: environments.of(document) });
      case "confirmPlan":
        return deployer.confirm(document);
      case "discardPlan":
        return deployer.discard(document);
      case "destroy":
        return deployer.destroy(document, { from: "canvas", environment: environments.of(document) });
      case "closeDeployment":
        return deployer.close(document);
      case "copyOutput":
        return deployer.copyOutput(document, message.key);
      case "openOutput":
        return deployer.openOutput(document, message.key);
      case "showLog":
        return log.show(true);
    }
  }

  private start(): void {
    this.ready = true;
    this.selected = undefined;
    this.draw();
    this.showDeployment();
  }

  private async edit({ id, operations }: Received<"edit">): Promise<void> {
    try {
      const { ok, ...rest } = await write(this.parts.manifests, this.document, operations);
      this.post({ type: "edited", id, ok, ...rest });
    } catch (error) {
      this.post({ type: "edited", id, ok: false, reason: vscode.l10n.t("The edit failed. Nothing was written.") });
      throw error;
    }
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}
