import { changedLines } from "../../../extension/manifest/edit/changedLines";
import { applyEdits, copyComponents, edit } from "../../../extension/manifest/edit/edit";
import type { Operation } from "../../../extension/manifest/edit/operation";
import { type Manifest, openManifest } from "../../../extension/manifest/manifest";
import { compare, otherVersion } from "../../../extension/protocol/compare";
import { discardEdit } from "../../../extension/protocol/discardEdit";
import { type Baseline, baselineOf, edited } from "../../../extension/protocol/edited";
import { inShort } from "../../../extension/protocol/lastChange";
import type { DeploymentView, Picture, ToHost, ToWebview } from "../../../extension/protocol/messages";
import { draw } from "../../../extension/protocol/picture";
import type { PriceOptions } from "../../../extension/protocol/price";
import { parseToHost } from "../../../extension/protocol/validate";
import { allSizeChoices, estimate } from "../../../extension/targets/aws/price/all";

/** As the editor prices a manifest. */
function pricesOf(manifest: Manifest, environment?: string, deployed?: string): PriceOptions | undefined {
  const chosen = environment ?? manifest.environments[0] ?? "default";
  const app = manifest.appFor(chosen);
  const before = deployed === undefined ? undefined : openManifest(deployed).appFor(chosen);
  if (!app) return undefined;
  return { estimate: estimate(app), sizes: allSizeChoices(app), deployed: before && estimate(before) };
}

export interface HostOptions {
  readonly text: string;
  readonly editable?: boolean;
  readonly deploy?: Picture["deploy"];
  readonly environment?: string;
  /** The text of the last deployment of whatever environment is looked at. */
  readonly deployed?: string;
  /** Another version of the text that is compared with from the start. */
  readonly compared?: { readonly name: string; readonly text: string };
  /** Set: pictures have prices; with a text, compared with that one as the last deployment. */
  readonly prices?: { readonly deployed?: string };
}

/**
 * The host's side of the protocol over a text in memory: the real parser, the real edits, the real pictures. What VS Code
 * adds to it (documents, undo, files) is a list of versions here.
 */
export class Host {
  text: string;
  /** Everything the webview sent, in order. */
  readonly received: ToHost[] = [];
  /** What was copied, in whatever window. */
  clipboard = "";
  /** What did not fit the protocol. */
  readonly refused: unknown[] = [];
  private readonly undone: string[] = [];
  private environment: string | undefined;
  private previous: Picture | undefined;
  private version = 1;
  private isComparing = true;

  constructor(
    private readonly options: HostOptions,
    private readonly post: (message: ToWebview) => Promise<void>,
  ) {
    this.text = options.text;
    this.environment = options.environment;
  }

  async receive(raw: unknown): Promise<void> {
    const message = parseToHost(raw);
    if (message === undefined) {
      this.refused.push(raw);
      return;
    }
    this.received.push(message);
    switch (message.type) {
      case "ready":
        return this.draw();
      case "edit":
        return this.edit(message.id, message.operations);
      case "discardEdit": {
        const baseline = this.baseline();
        const found = baseline && discardEdit(baseline, openManifest(this.text), message);
        return this.edit(message.id, found?.ok ? found.operations : []);
      }
      case "copy":
        this.clipboard = copyComponents(openManifest(this.text), message.components);
        if (message.cut === undefined) return;
        return this.edit(
          message.cut,
          message.components.map((name): Operation => ({ kind: "removeComponent", name })),
        );
      case "paste": {
        const { id, at } = message;
        return this.edit(id, [{ kind: "pasteComponents", text: this.clipboard, ...(at && { at }) }]);
      }
      case "duplicate": {
        const text = copyComponents(openManifest(this.text), message.components);
        return this.edit(message.id, [{ kind: "pasteComponents", text }]);
      }
      case "endCompare":
        this.isComparing = false;
        return this.draw();
      case "chooseEnvironment":
        this.environment = message.environment;
        return this.draw();
    }
  }

  private async edit(id: number, operations: readonly Operation[]): Promise<void> {
    const result = edit(openManifest(this.text), operations);
    const before = this.text;
    const after = result.ok ? applyEdits(before, result.edits) : before;
    const isWritten = result.ok && result.edits.length > 0;
    if (isWritten) await this.write(after);
    return this.post({
      type: "edited",
      id,
      ok: result.ok,
      ...(result.ok ? {} : { reason: result.reason }),
      ...(result.ok && result.notice !== undefined ? { notice: result.notice } : {}),
      ...(isWritten ? { change: inShort(changedLines(before, after, result.edits)) } : {}),
      ...(result.ok && result.components !== undefined ? { components: result.components } : {}),
    });
  }

  /** How many steps VS Code's undo could take back. */
  get steps(): number {
    return this.undone.length;
  }

  private baseline(): Baseline | undefined {
    const { compared } = this.options;
    const deployed = this.isComparing && compared ? compared.text : this.options.deployed;
    if (deployed === undefined) return undefined;
    const manifest = openManifest(deployed);
    const environment = this.environment ?? manifest.environments[0] ?? "default";
    return baselineOf(manifest, environment, "2026-11-20T09:30:00.000Z");
  }

  /** As if somebody typed it, or an edit wrote it. */
  async write(text: string): Promise<void> {
    this.undone.push(this.text);
    this.text = text;
    this.version++;
    await this.draw();
  }

  /** VS Code's undo. */
  async undo(): Promise<void> {
    const before = this.undone.pop();
    if (before === undefined) throw new Error("There is nothing to undo.");
    this.text = before;
    this.version++;
    await this.draw();
  }

  async deploy(deployment: DeploymentView | null): Promise<void> {
    await this.post({ type: "deployment", deployment });
  }

  async select(component: string): Promise<void> {
    await this.post({ type: "select", component });
  }

  get edits(): readonly Extract<ToHost, { type: "edit" }>[] {
    return this.received.filter((message) => message.type === "edit");
  }

  private async draw(): Promise<void> {
    const manifest = openManifest(this.text);
    const baseline = this.baseline();
    const picture = draw(manifest, {
      edited: baseline && edited(baseline, manifest),
      version: this.version,
      price: this.options.prices && pricesOf(manifest, this.environment, this.options.prices.deployed),
      environment: this.environment,
      editable: this.options.editable ?? true,
      deploy: this.options.deploy ?? { possible: true },
      previous: this.previous,
    });
    const compared = this.isComparing ? this.options.compared : undefined;
    const other =
      compared &&
      otherVersion(compared.name, openManifest(compared.text), picture.environment, "2026-11-20T09:30:00.000Z");
    this.previous = other ? compare(picture, manifest, other) : picture;
    await this.post({ type: "picture", picture: this.previous });
  }
}
