import * as vscode from "vscode";
import { type Manifest, openManifest } from "../manifest/manifest";
import { languageId } from "./places";

interface Held {
  readonly version: number;
  readonly manifest: Manifest;
}

/** One manifest for each version of a document. Every feature answers from here, so a version is read once. */
export class Manifests implements vscode.Disposable {
  private readonly held = new Map<vscode.TextDocument, Held>();
  private readonly changed = new Set<vscode.TextDocument>();
  private readonly onDidChangeEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly onDidCloseEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly disposables: vscode.Disposable[];

  /** The text changed, or the document was opened. Several changes in one turn are told once. */
  readonly onDidChange = this.onDidChangeEmitter.event;
  readonly onDidClose = this.onDidCloseEmitter.event;

  constructor() {
    this.disposables = [
      this.onDidChangeEmitter,
      this.onDidCloseEmitter,
      vscode.workspace.onDidOpenTextDocument((document) => this.note(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Becoming dirty or saved is told as a change without content.
        if (contentChanges.length > 0) this.note(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
    ];
  }

  of(document: vscode.TextDocument): Manifest {
    const held = this.held.get(document);
    if (held?.version === document.version) return held.manifest;
    const manifest = openManifest(document.getText(), held?.manifest);
    // A closed document is never told of again, so what were kept for it would stay.
    if (!document.isClosed) this.held.set(document, { version: document.version, manifest });
    return manifest;
  }

  /** The open documents that are manifests. */
  all(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter((document) => this.concerns(document));
  }

  private concerns(document: vscode.TextDocument): boolean {
    return document.languageId === languageId || this.held.has(document);
  }

  private note(document: vscode.TextDocument): void {
    if (!this.concerns(document)) return;
    if (this.changed.size === 0) queueMicrotask(() => this.tell());
    this.changed.add(document);
  }

  private tell(): void {
    const documents = [...this.changed];
    this.changed.clear();
    for (const document of documents) if (!document.isClosed) this.onDidChangeEmitter.fire(document);
  }

  private forget(document: vscode.TextDocument): void {
    if (!this.concerns(document)) return;
    this.held.delete(document);
    this.changed.delete(document);
    this.onDidCloseEmitter.fire(document);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
    this.held.clear();
  }
}
