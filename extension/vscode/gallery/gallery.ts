import * as vscode from "vscode";
import type { Offered } from "../../packages/install";
import type { Values } from "../../packages/parameters";
import { parseFromGallery } from "../../protocol/fromGallery";
import type { FromGallery, ListedPrice, ToGallery } from "../../protocol/gallery";
import { guard } from "../command";
import type { Parts } from "../parts";
import { askToFetch } from "./askToFetch";
import { detailsOf } from "./details";
import type { Drawing } from "./drawing";
import { install } from "./install";
import { readLink, valuesIn } from "./link";
import { readShelf, type Shelf } from "./shelf";

/** What the gallery needs of the extension. */
export interface GalleryGround extends Pick<Parts, "log" | "extensionUri" | "prices">, Omit<Drawing, "prices"> {
  /** Fills a webview with the extension's page. */
  fill(webview: vscode.Webview, title: string): void;
  /** The file of the package in a git repository. Rejects where it cannot be fetched. */
  fetchPackage(address: string): Promise<string>;
}

let opened: Gallery | undefined;

/** Shows the packages that come with the extension. */
export async function browsePackages(ground: GalleryGround): Promise<void> {
  show(ground, await shelfOf(ground));
}

/** Shows the package that a link leads to. Nothing but that: a link is from anybody. */
export async function openLink(ground: GalleryGround, uri: vscode.Uri): Promise<void> {
  const wanted = readLink(uri);
  const shelf = await shelfOf(ground);
  if (wanted !== undefined && "repository" in wanted) {
    const offered = await askToFetch(ground, wanted.repository);
    if (offered !== undefined) show(ground, shelf, { offered, values: valuesIn(uri, offered.found) });
    return;
  }
  const offered = wanted && shelf.get(wanted.package);
  show(ground, shelf, offered && { offered, values: valuesIn(uri, offered.found) });
  if (offered === undefined) {
    throw new Error(vscode.l10n.t("The link names no package that comes with Stackwright. These are all that do."));
  }
}

/** What a link has led to. */
interface Linked {
  readonly offered: Offered;
  readonly values: Values;
}

async function shelfOf({ extensionUri, prices }: GalleryGround): Promise<Shelf> {
  const [shelf] = await Promise.all([readShelf(extensionUri), prices.load()]);
  return shelf;
}

function show(ground: GalleryGround, shelf: Shelf, linked?: Linked): void {
  if (opened === undefined) opened = new Gallery(ground, shelf, linked);
  else opened.reveal(linked);
}

class Gallery {
  private readonly panel: vscode.WebviewPanel;
  private isReady = false;
  /** The last that a link asked for, until another package is opened. */
  private linked: Linked | undefined;
  /** What is looked at, with the values of its form: a page that was hidden comes back without them. */
  private shown: { readonly name: string; readonly values: Values } | undefined;
  private readonly offered: Map<string, Offered>;

  constructor(
    private readonly ground: GalleryGround,
    shelf: Shelf,
    linked: Linked | undefined,
  ) {
    this.offered = new Map(shelf);
    this.take(linked);
    const title = vscode.l10n.t("Packages");
    this.panel = vscode.window.createWebviewPanel("stackwright.packages", title, vscode.ViewColumn.Active);
    const icon = (kind: string) => vscode.Uri.joinPath(ground.extensionUri, "media", `packages-${kind}.svg`);
    this.panel.iconPath = { light: icon("light"), dark: icon("dark") };
    this.panel.onDidDispose(() => {
      opened = undefined;
    });
    this.panel.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = parseFromGallery(message);
      if (parsed === undefined) ground.log.warn("The page of packages sent a message that does not fit the protocol.");
      else void guard(ground.log, () => this.receive(parsed));
    });
    ground.fill(this.panel.webview, title);
  }

  reveal(linked: Linked | undefined): void {
    this.panel.reveal();
    this.take(linked);
    if (this.isReady) void guard(this.ground.log, () => this.showAll());
  }

  private take(linked: Linked | undefined): void {
    if (linked === undefined) return;
    this.linked = linked;
    this.shown = { name: linked.offered.found.name, values: linked.values };
    this.offered.set(linked.offered.found.name, linked.offered);
  }

  private async showAll(): Promise<void> {
    this.list();
    if (this.shown !== undefined) this.showPackage(this.shown.name, this.shown.values);
    await this.showPrices();
  }

  private list(): void {
    const packages = [...this.offered.values()].map(({ found: { name, title, description, icon = "" } }) => {
      return { name, title, description, icon };
    });
    this.send({ type: "packages", packages });
  }

  private async receive(message: FromGallery): Promise<void> {
    switch (message.type) {
      case "ready":
        this.isReady = true;
        await this.showAll();
        return;
      case "open":
        this.linked = undefined;
        this.showPackage(message.name, {});
        return;
      case "configure":
        this.showPackage(message.name, message.values);
        return;
      case "install":
        await this.install(this.need(message.name), message.values);
        return;
      case "openHomepage":
        await vscode.env.openExternal(vscode.Uri.parse(this.need(message.name).found.homepage, true));
        return;
      default:
        message satisfies never;
    }
  }

  private need(name: string): Offered {
    const offered = this.offered.get(name);
    if (offered === undefined) throw new Error(vscode.l10n.t("There is no package {0}.", name));
    return offered;
  }

  private showPackage(name: string, values: Values): void {
    const given = this.linked?.offered.found.name === name ? this.linked.values : {};
    const offered = this.need(name);
    const { source } = offered;
    this.shown = { name, values };
    const details = detailsOf(offered, values, this.ground, this.offered);
    const linked = Object.keys(given).filter((parameter) => details.values[parameter] === given[parameter]);
    this.send({ type: "package", details: { ...details, linked, ...(source !== undefined && { source }) } });
  }

  /** Of all packages with their defaults. Each takes a few milliseconds, so others get their turn between them. */
  private async showPrices(): Promise<void> {
    const prices: { [name: string]: ListedPrice } = {};
    for (const offered of this.offered.values()) {
      const price = detailsOf(offered, {}, this.ground, this.offered).picture?.price;
      if (price !== undefined) prices[offered.found.name] = { idle: price.idle, maximum: price.maximum };
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.send({ type: "prices", prices });
  }

  private async install(offered: Offered, chosen: Values): Promise<void> {
    const { found } = offered;
    const { values, wrong } = detailsOf(offered, chosen, this.ground, this.offered);
    const [why] = Object.values(wrong);
    if (why !== undefined) throw new Error(why);
    const installed = await install(offered, values, this.ground, this.offered);
    if (installed === undefined) return;
    const plan = vscode.l10n.t("Plan & Deploy…");
    const { document, components } = installed;
    const sentence = vscode.l10n.t(
      "{0} is in {1} now: {2}. Nothing is deployed yet.",
      found.title,
      vscode.workspace.asRelativePath(document.uri),
      components.join(", "),
    );
    // Nobody waits for it: it may be left standing.
    void guard(this.ground.log, async () => {
      const choice = await vscode.window.showInformationMessage(sentence, plan);
      if (choice === plan) await vscode.commands.executeCommand("stackwright.deploy", document.uri);
    });
  }

  private send(message: ToGallery): void {
    this.panel.webview.postMessage(message);
  }
}
