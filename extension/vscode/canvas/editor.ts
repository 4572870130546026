import * as vscode from "vscode";
import type { Parts } from "../parts";
import { baseName, canvasType, isSameFile } from "../places";
import { fillPage } from "./fillPage";
import { ChangeTexts } from "./lastChange";
import { componentAt } from "./placeOf";
import { serial } from "./serial";
import { CanvasSession } from "./session";

/** The canvas: a second editor of the manifest's text. The text document is its only model. */
export class CanvasEditor implements vscode.CustomTextEditorProvider, vscode.Disposable {
  private readonly sessions = new Set<CanvasSession>();
  private readonly queues = new WeakMap<vscode.TextDocument, ReturnType<typeof serial>>();
  private readonly changeTexts = new ChangeTexts();
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly parts: Parts) {
    this.disposables = [
      this.changeTexts,
      vscode.window.registerCustomEditorProvider(canvasType, this, { supportsMultipleEditorsPerDocument: true }),
      vscode.window.onDidChangeTextEditorSelection((event) => this.follow(event)),
      vscode.workspace.onWillSaveTextDocument((event) => {
        // What a person did on the canvas before they saved is in the file.
        const queue = this.queues.get(event.document);
        if (queue) event.waitUntil(queue(async () => {}));
      }),
    ];
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const session = new CanvasSession(this.parts, document, panel, this.queueOf(document), this.changeTexts);
    this.sessions.add(session);
    panel.onDidDispose(() => {
      this.sessions.delete(session);
      session.dispose();
      const isLast = ![...this.sessions].some((other) => isSameFile(other.document, document));
      if (isLast) this.parts.comparisons.end(document);
    });
    fillPage(panel.webview, this.parts.extensionUri, { title: baseName(document.uri), page: "canvas" });
  }

  /**
   * The cursor went into a component: its card is marked. Where somebody works on a canvas, only by hand: what the
   * canvas itself moved comes back some time later, when something else may be selected there.
   */
  private follow({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent): void {
    const { document, selection } = textEditor;
    const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
    const byHand = kind === Keyboard || kind === Mouse;
    const sessions = [...this.sessions].filter(
      (session) => isSameFile(session.document, document) && (byHand || !session.active),
    );
    if (sessions.length === 0) return;
    const component = componentAt(this.parts.manifests.of(document), document.offsetAt(selection.active));
    if (component !== undefined) for (const session of sessions) session.select(component);
  }

  private queueOf(document: vscode.TextDocument): ReturnType<typeof serial> {
    const queue = this.queues.get(document) ?? serial();
    this.queues.set(document, queue);
    return queue;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
    for (const session of this.sessions) session.dispose();
  }
}
