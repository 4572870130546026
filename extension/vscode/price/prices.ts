import * as vscode from "vscode";
import type { App } from "../../manifest/app";
import type { Manifest } from "../../manifest/manifest";
import type { Estimate } from "../../targets/estimate";
import type { Environments } from "../environments";
import type { Log } from "../log";
import type { Manifests } from "../manifests";

type Engine = typeof import("../../targets/aws/price/all");

/** What a manifest costs in one environment. */
export interface Priced {
  readonly estimate: Estimate;
  /** What it would cost in other sizes. Takes several times as long as the estimate, so only who shows it asks. */
  sizes(): ReturnType<Engine["allSizeChoices"]>;
}

/** How long nobody has typed before prices are made anew, in milliseconds. */
const pause = 120;

/**
 * What the open manifests cost. Nothing is computed while somebody types: who asks gets the last answer, and hears of
 * the next. The code that makes prices is loaded when the first one is asked for.
 */
export class Prices implements vscode.Disposable {
  private readonly made = new WeakMap<Manifest, Map<string, Priced | undefined>>();
  private readonly latest = new WeakMap<vscode.TextDocument, Map<string, Priced | undefined>>();
  private readonly timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private readonly onDidChangeEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly disposables: vscode.Disposable[];
  private engine: Engine | undefined;
  private loading: Promise<Engine> | undefined;

  /** A document's price is known now, or is another one than before. */
  readonly onDidChange = this.onDidChangeEmitter.event;

  constructor(
    private readonly manifests: Manifests,
    private readonly environments: Environments,
    private readonly log: Log,
  ) {
    this.disposables = [
      this.onDidChangeEmitter,
      manifests.onDidChange((document) => this.later(document)),
      manifests.onDidClose((document) => this.forget(document)),
    ];
  }

  /** The last that is known, for whoever asks at every keystroke. Undefined: not known yet, or not possible. */
  last(document: vscode.TextDocument, environment: string): Priced | undefined {
    const known = this.latest.get(document);
    if (known === undefined || !known.has(environment)) this.later(document, environment);
    return known?.get(environment);
  }

  /** For the text as it is now. Undefined when there are errors in it. */
  async now(document: vscode.TextDocument, environment: string): Promise<Priced | undefined> {
    return this.price(await this.load(), this.manifests.of(document), environment);
  }

  /** Of any manifest, such as the one that was last deployed. Undefined also while the code is being loaded. */
  of(manifest: Manifest, environment: string): Priced | undefined {
    return this.engine && this.price(this.engine, manifest, environment);
  }

  load(): Promise<Engine> {
    this.loading ??= import("../../targets/aws/price/all").then((engine) => {
      this.engine = engine;
      return engine;
    });
    return this.loading;
  }

  /** Only documents that somebody has asked about are priced again when they change. */
  private later(document: vscode.TextDocument, environment?: string): void {
    const known = this.latest.get(document);
    if (environment === undefined && known === undefined) return;
    if (environment !== undefined && known === undefined) this.latest.set(document, new Map());
    clearTimeout(this.timers.get(document));
    const wait = environment === undefined ? pause : 0;
    this.timers.set(
      document,
      setTimeout(() => {
        this.timers.delete(document);
        this.renew(document).catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
      }, wait),
    );
  }

  private async renew(document: vscode.TextDocument): Promise<void> {
    const engine = await this.load();
    if (document.isClosed) return;
    const manifest = this.manifests.of(document);
    const chosen = this.environments.of(document);
    const names = [chosen, ...manifest.environments.filter((name) => name !== chosen)];
    this.latest.set(document, new Map(names.map((name) => [name, this.price(engine, manifest, name)])));
    this.onDidChangeEmitter.fire(document);
  }

  private price(engine: Engine, manifest: Manifest, environment: string): Priced | undefined {
    const known = this.made.get(manifest) ?? new Map<string, Priced | undefined>();
    this.made.set(manifest, known);
    if (!known.has(environment)) {
      const app = manifest.appFor(environment);
      const estimate = app && engine.estimateIfPossible(app);
      let sizes: ReturnType<Engine["allSizeChoices"]> | undefined;
      const sizesOnce = (of: App) => {
        sizes ??= engine.allSizeChoices(of);
        return sizes;
      };
      known.set(environment, app && estimate && { estimate, sizes: () => sizesOnce(app) });
    }
    return known.get(environment);
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    this.latest.delete(document);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const disposable of this.disposables) disposable.dispose();
  }
}
