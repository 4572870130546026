import * as vscode from "vscode";
import type { Gesture } from "../../manifest/edit/carryOut";
import { Versions } from "../../manifest/edit/versions";
import { compare } from "../../protocol/compare";
import { discardEdit } from "../../protocol/discardEdit";
import { edited } from "../../protocol/edited";
import { inShort } from "../../protocol/lastChange";
import type { ToHost, ToWebview } from "../../protocol/messages";
import { draw } from "../../protocol/picture";
import { parseToHost } from "../../protocol/validate";
import { guard } from "../command";
import { loadImport } from "../import/load";
import { openText } from "../open";
import type { Parts } from "../parts";
import { isSameFile, isWritable } from "../places";
import { priceForPicture } from "../price/forPicture";
import { type Asked, copy, cut, duplicate, paste } from "./clipboard";
import { compareWith } from "./compareOnCanvas";
import { type ChangeTexts, LastChange } from "./lastChange";
import { linesOf, placeOf } from "./placeOf";
import { print } from "./print";
import { RevealedLines } from "./revealLines";
import { saveImage } from "./saveImage";
import type { serial } from "./serial";
import { type Written, write } from "./write";

type Received<Type extends ToHost["type"]> = Extract<ToHost, { type: Type }>;

/** One canvas: a webview that shows one document. Several may show the same one. */
export class CanvasSession implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];
  /** The page runs. It is gone whenever the canvas is hidden, and says so anew when it is back. */
  private ready = false;
  private drawing = false;
  /** In the text and on the canvas: whoever said it first need not hear it again. */
  private selected: string | undefined;
  private readonly lines: RevealedLines;
  private readonly lastChange: LastChange;
  private readonly versions = new Versions();

  constructor(
    private readonly parts: Parts,
    readonly document: vscode.TextDocument,
    private readonly panel: vscode.WebviewPanel,
    /** Shared by all canvases of the document, so that each edit sees what the one before has written. */
    private readonly inTurn: ReturnType<typeof serial>,
    changeTexts: ChangeTexts,
  ) {
    const { manifests, environments, deployer, remembered, prices, comparisons } = parts;
    const redraw = (changed: { readonly uri: vscode.Uri }): void => {
      if (isSameFile(changed, document)) this.draw();
    };
    this.lines = new RevealedLines(document);
    this.lastChange = new LastChange(document, changeTexts);
    this.disposables = [
      this.lines,
      this.lastChange,
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
      remembered.onDidChange((uri) => redraw({ uri })),
      comparisons.onDidChange((uri) => redraw({ uri })),
      prices.onDidChange(redraw),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.draw()),
    ];
  }

  /** Somebody works on this canvas. */
  get active(): boolean {
    return this.panel.active;
  }

  /** Marks a component, and shows it. */
  select(component: string): void {
    if (!this.ready || component === this.selected) return;
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
    const { manifests, environments, deployer, pictures, remembered, comparisons } = this.parts;
    const { document } = this;
    const previous = pictures.get(document);
    const manifest = manifests.of(document);
    const environment = environments.of(document);
    const baseline = manifest.readable ? remembered.baselineOf(document, environment) : undefined;
    const other = comparisons.of(document, environment);
    const drawn = draw(manifest, {
      version: document.version,
      environment,
      edited: other === undefined && baseline ? edited(baseline, manifest) : undefined,
      price: priceForPicture(this.parts, document, environment),
      editable: isWritable(document.uri),
      deploy: deployer.possible(),
      ...(previous ? { previous } : {}),
    });
    const picture = other ? compare(drawn, manifest, other) : drawn;
    pictures.set(document, picture);
    this.versions.show(document.version, manifest);
    return picture;
  }

  /** A canvas that nobody works on follows the text, not the other way round. */
  private showLines([component, ...others]: readonly string[]): void {
    const single = others.length === 0 ? component : undefined;
    if (!this.active || single === this.selected) return;
    this.selected = single;
    this.lines.show(single === undefined ? undefined : linesOf(this.parts.manifests.of(this.document), single));
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
        return this.gesture(message.id, () => message);
      case "copy":
        return this.copy(message);
      case "paste":
        return this.gesture(message.id, () => paste(message.at));
      case "duplicate":
        return this.gesture(message.id, () => duplicate(this.manifest(), message.components));
      case "import":
        return this.import();
      case "browsePackages":
        return void (await vscode.commands.executeCommand("stackwright.browsePackages"));
      case "compare":
        return void (await compareWith(this.parts, document));
      case "endCompare":
        return this.parts.comparisons.end(document);
      case "showChange":
        return this.lastChange.show();
      case "saveImage":
        return saveImage(document, message);
      case "print":
        return print(document, message.svg, this.parts.storageUri);
      case "discardEdit":
        return this.gesture(message.id, () => this.discard(message));
      case "chooseEnvironment":
        return environments.choose(document, message.environment);
      case "selected":
        return this.showLines(message.components);
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
      case "exportPlan":
        return deployer.exportPlan(document, message.format);
      case "copyFailure":
        return deployer.copyFailure(document);
      case "destroy":
        return deployer.destroy(document, { from: "canvas", environment: environments.of(document) });
      case "closeDeployment":
        return deployer.close(document);
      case "copyOutput":
        return deployer.copyOutput(document, message.key);
      case "openOutput":
        return deployer.openOutput(document, message.key);
      case "recover":
        return deployer.recover(document, environments.of(document));
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

  private async import(): Promise<void> {
    const { pages, log } = this.parts;
    const { importInto } = await loadImport();
    await importInto({ pages, background: (run) => void guard(log, run) }, this.document);
  }

  private manifest() {
    return this.parts.manifests.of(this.document);
  }

  private async copy({ components, cut: id }: Received<"copy">): Promise<void> {
    if (id === undefined) await copy(this.manifest(), components);
    else await this.gesture(id, () => cut(this.manifest(), components));
  }

  /** Each waits for those before it, and is answered. */
  private gesture(id: number, ask: () => Gesture | Asked | Promise<Asked>): Promise<void> {
    return this.inTurn(async () => {
      try {
        const written = await this.write(await ask());
        if (!written.ok) return this.post({ type: "edited", id, ...written });
        const { change, ...rest } = written;
        if (change) this.lastChange.wrote(change);
        this.post({ type: "edited", id, ...rest, ...(change && { change: inShort(change.lines) }) });
      } catch (error) {
        this.post({ type: "edited", id, ok: false, reason: vscode.l10n.t("The edit failed. Nothing was written.") });
        throw error;
      }
    });
  }

  private async write(gesture: Gesture | Asked): Promise<Written> {
    if ("ok" in gesture && !gesture.ok) return gesture;
    return write(this.parts.manifests, this.document, this.versions, gesture);
  }

  private discard({ component, path }: Received<"discardEdit">): Asked {
    const { environments, remembered, comparisons } = this.parts;
    const environment = environments.of(this.document);
    const other = comparisons.of(this.document, environment);
    const baseline = other?.baseline ?? remembered.baselineOf(this.document, environment);
    const found = baseline && discardEdit(baseline, this.manifest(), { component, path });
    if (found?.ok) return found;
    const reason =
      found?.reason === "masked"
        ? vscode.l10n.t("A value was not remembered, because it seemed to be a secret. Put it back by hand.")
        : vscode.l10n.t("Nothing differs there any more.");
    return { ok: false, reason };
  }

  dispose(): void {
    // A picture may be on its way already, to a page that is gone.
    this.ready = false;
    for (const disposable of this.disposables) disposable.dispose();
  }
}
