import * as vscode from "vscode";
import { type Manifest, openManifest } from "../../manifest/manifest";
import { type OtherVersion, otherVersion } from "../../protocol/compare";
import type { Manifests } from "../manifests";

/** What a manifest is compared with. */
export interface Version {
  /** How a person calls it: `HEAD`, a file's name. */
  readonly name: string;
  readonly text: string;
  /** Where the text comes from, where that can change while it is looked at. */
  readonly source?: vscode.Uri;
}

interface Held extends Version {
  readonly manifest: Manifest;
  readonly at: string;
  readonly views: Map<string, OtherVersion>;
}

/** What each manifest is compared with on its canvases, as long as somebody does. */
export class Comparisons implements vscode.Disposable {
  private readonly held = new Map<string, Held>();
  private readonly onDidChangeEmitter = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  readonly onDidChange = this.onDidChangeEmitter.event;

  constructor(manifests: Manifests) {
    this.disposables = [this.onDidChangeEmitter, manifests.onDidChange((document) => this.follow(document))];
  }

  of({ uri }: vscode.TextDocument, environment: string): OtherVersion | undefined {
    const held = this.held.get(uri.toString());
    if (held === undefined) return undefined;
    const view = held.views.get(environment) ?? otherVersion(held.name, held.manifest, environment, held.at);
    held.views.set(environment, view);
    return view;
  }

  /** Throws where the other version cannot be read. */
  begin({ uri }: vscode.TextDocument, version: Version): void {
    const manifest = openManifest(version.text);
    if (!manifest.readable) {
      throw new Error(vscode.l10n.t("{0} cannot be read, so nothing can be compared with it.", version.name));
    }
    this.held.set(uri.toString(), { ...version, manifest, at: new Date().toISOString(), views: new Map() });
    this.onDidChangeEmitter.fire(uri);
  }

  end({ uri }: vscode.TextDocument): void {
    if (this.held.delete(uri.toString())) this.onDidChangeEmitter.fire(uri);
  }

  /** The other version is a text that somebody edits beside this one. While it cannot be read, the last one counts. */
  private follow(document: vscode.TextDocument): void {
    for (const [key, held] of this.held) {
      if (held.source?.toString() !== document.uri.toString()) continue;
      const manifest = openManifest(document.getText(), held.manifest);
      if (!manifest.readable) continue;
      this.held.set(key, { ...held, manifest, views: new Map() });
      this.onDidChangeEmitter.fire(vscode.Uri.parse(key));
    }
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}
