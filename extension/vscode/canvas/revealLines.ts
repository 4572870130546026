import * as vscode from "vscode";
import type { Range } from "../../manifest/problem";
import { isSameFile, rangeIn } from "../places";

/**
 * Marks the lines of what is selected on the canvas, wherever the text is in sight, without taking the focus and without
 * opening anything. The mark goes when the cursor is moved by hand or something else is selected.
 */
export class RevealedLines implements vscode.Disposable {
  private decoration: vscode.TextEditorDecorationType | undefined;
  private following: vscode.Disposable | undefined;

  constructor(private readonly document: vscode.TextDocument) {}

  /** Undefined: nothing, or more than one thing, is selected. */
  show(range: Range | undefined): void {
    this.clear();
    const editors = vscode.window.visibleTextEditors.filter((editor) => isSameFile(editor.document, this.document));
    if (!range || editors.length === 0) return;
    const place = rangeIn(this.document, range);
    this.decoration ??= vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor("editor.rangeHighlightBackground"),
      borderColor: new vscode.ThemeColor("contrastActiveBorder"),
      overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.rangeHighlightForeground"),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    });
    for (const editor of editors) {
      editor.selection = new vscode.Selection(place.start, place.start);
      editor.setDecorations(this.decoration, [place]);
      editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
    this.following = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // What is selected here by code comes back as a change, too, some time later.
      const byHand = kind === Keyboard || kind === Mouse;
      if (byHand && isSameFile(textEditor.document, this.document)) this.clear();
    });
  }

  private clear(): void {
    this.following?.dispose();
    this.following = undefined;
    if (!this.decoration) return;
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.decoration, []);
  }

  dispose(): void {
    this.following?.dispose();
    this.decoration?.dispose();
  }
}
