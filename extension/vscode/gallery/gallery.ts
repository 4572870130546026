import * as vscode from "vscode";
import type { Values } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import { parseFromGallery } from "../../protocol/fromGallery";
import type { FromGallery, ListedPrice, ToGallery } from "../../protocol/gallery";
import { guard } from "../command";
import type { Parts } from "../parts";
import { detailsOf } from "./details";
import { type Drawing, manifestOf, pictureOf } from "./drawing";
import { install } from "./install";
import { type Linked, readLink } from "./link";
import { readShelf, type Shelf } from "./shelf";

/** What the gallery needs of the extension. */
export interface GalleryGround extends Pick<Parts, "log" | "extensionUri" | "prices">, Omit<Drawing, "prices"> {
  /** Fills a webview with the extension's page. */
  fill(webview: vscode.Webview, title: string): void;
}

let opened: Gallery | undefined;

/** Shows the packages that come with the extension. */
export async function browsePackages(ground: GalleryGround): Promise<void> {
  show(ground, await shelfOf(ground));
}

/** Shows the package that a link leads to. Nothing but that: a link is from anybody. */
export async function openLink(ground: GalleryGround, uri: vscode.Uri): Promise<void> {
  const shelf = await shelfOf(ground);
  const linked = readLink(uri, shelf);
  show(ground, shelf, linked);
  if (linked === undefined) {
    throw new Error(vscode.l10n.t("The link names no package that comes with Stackwright. These are all that do."));
  }
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

  constructor(
    private readonly ground: GalleryGround,
    private readonly shelf: Shelf,
    linked: Linked | undefined,
  ) {
    this.linked = linked;
    const title = vscode.l10n.t("Packages");
    this.panel = vscode.window.createWebviewPanel("stackwright.packages", title, vscode.ViewColumn.Active, {
      // A form that somebody is filling in is not lost by a look at another tab.
      retainContextWhenHidden: true,
    });
    const [light, dark] = ["packages-light.svg", "packages-dark.svg"].map((file) =>
      vscode.Uri.joinPath(ground.extensionUri, "media", file),
    );
    if (light !== undefined && dark !== undefined) this.panel.iconPath = { light, dark };
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
    if (linked === undefined) return;
    this.linked = linked;
    if (this.isReady) this.showPackage(linked.name, linked.values);
  }

  private async receive(message: FromGallery): Promise<void> {
    switch (message.type) {
      case "ready":
        this.isReady = true;
        this.send({
          type: "packages",
          packages: [...this.shelf.values()].map(({ name, title, description, icon = "" }) => {
            return { name, title, description, icon };
          }),
        });
        if (this.linked !== undefined) this.showPackage(this.linked.name, this.linked.values);
        await this.showPrices();
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
        await vscode.env.openExternal(vscode.Uri.parse(this.need(message.name).homepage, true));
        return;
      default:
        message satisfies never;
    }
  }

  private need(name: string): Package {
    const found = this.shelf.get(name);
    if (found === undefined) throw new Error(vscode.l10n.t("There is no package {0}.", name));
    return found;
  }

  private showPackage(name: string, values: Values): void {
    const given = this.linked?.name === name ? this.linked.values : {};
    const details = detailsOf(this.need(name), values, this.ground);
    const linked = Object.keys(given).filter((parameter) => details.values[parameter] === given[parameter]);
    this.send({ type: "package", details: { ...details, linked } });
  }

  /** Of all packages with their defaults. Each takes a few milliseconds, so others get their turn between them. */
  private async showPrices(): Promise<void> {
    const prices: { [name: string]: ListedPrice } = {};
    for (const found of this.shelf.values()) {
      const { values } = detailsOf(found, {}, this.ground);
      const { price } = pictureOf(manifestOf(found, values), this.ground);
      if (price !== undefined) prices[found.name] = { idle: price.idle, maximum: price.maximum };
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.send({ type: "prices", prices });
  }

  private async install(found: Package, chosen: Values): Promise<void> {
    const { values, wrong } = detailsOf(found, chosen, this.ground);
    const [why] = Object.values(wrong);
    if (why !== undefined) throw new Error(why);
    const installed = await install(found, values, this.ground);
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
