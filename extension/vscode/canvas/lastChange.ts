import * as vscode from "vscode";
import type { ChangedLine } from "../../manifest/edit/changedLines";
import { baseName, isSameFile } from "../places";

/** What one edit of the canvas did to the text. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
  readonly lines: readonly ChangedLine[];
}

/** How long the lines are marked, in milliseconds. */
const whileMarked = 4_000;

/**
 * What the last edit of a canvas wrote: its lines are marked for a while wherever the text is in sight, without moving
 * anything there, and a diff shows it to whoever asks.
 */
export class LastChange implements vscode.Disposable {
  private readonly marks = new Map<ChangedLine["kind"], vscode.TextEditorDecorationType>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: TextChange | undefined;

  constructor(
    private readonly document: vscode.TextDocument,
    private readonly texts: ChangeTexts,
  ) {}

  wrote(change: TextChange): void {
    this.last = change;
    clearTimeout(this.timer);
    this.mark(change.lines);
    this.timer = setTimeout(() => this.mark([]), whileMarked);
  }

  /** Opens the text before and after, side by side. */
  async show(): Promise<void> {
    if (this.last === undefined) return;
    const { before, after } = this.texts.keep(this.document.uri, this.last);
    const title = vscode.l10n.t("{0}: Last Change on the Canvas", baseName(this.document.uri));
    await vscode.commands.executeCommand("vscode.diff", before, after, title, { preview: true });
  }

  private mark(lines: readonly ChangedLine[]): void {
    const editors = vscode.window.visibleTextEditors.filter((editor) => isSameFile(editor.document, this.document));
    const places = placesOf(lines);
    for (const kind of ["added", "removed"] as const) {
      const ranges = places.filter((place) => place.kind === kind).map(({ range }) => range);
      // Nothing was ever marked, and nothing is.
      if (ranges.length === 0 && !this.marks.has(kind)) continue;
      for (const editor of editors) editor.setDecorations(this.decoration(kind), ranges);
    }
  }

  private decoration(kind: ChangedLine["kind"]): vscode.TextEditorDecorationType {
    const made = this.marks.get(kind) ?? vscode.window.createTextEditorDecorationType(looks[kind]());
    this.marks.set(kind, made);
    return made;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const mark of this.marks.values()) mark.dispose();
  }
}

/** High contrast has no backgrounds, but the gutter's colours in every theme. */
const looks = {
  added: () => ({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor("diffEditor.insertedLineBackground"),
    borderColor: new vscode.ThemeColor("editorGutter.addedBackground"),
    borderStyle: "solid",
    borderWidth: "0 0 0 3px",
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.addedForeground"),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  }),
  removed: () => ({
    isWholeLine: true,
    borderColor: new vscode.ThemeColor("editorGutter.deletedBackground"),
    borderStyle: "solid",
    borderWidth: "2px 0 0 0",
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.deletedForeground"),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  }),
} satisfies Record<ChangedLine["kind"], () => vscode.DecorationRenderOptions>;

/** Lines that came are marked; where lines only went, the first line after them, which has their place now. */
function placesOf(lines: readonly ChangedLine[]) {
  const added = new Set(lines.filter(({ kind }) => kind === "added").map(({ line }) => line));
  const places = new Map<number, ChangedLine["kind"]>();
  let shift = 0;
  for (const { kind, line } of lines) {
    const at = kind === "added" ? line : line + shift;
    shift += kind === "added" ? 1 : -1;
    if (kind === "added" || !added.has(at)) places.set(at, kind);
  }
  return [...places].map(([line, kind]) => ({ kind, range: new vscode.Range(line - 1, 0, line - 1, 0) }));
}

/** How many texts of past changes are kept for diffs that are still open. */
const kept = 20;
const scheme = "stackwright-change";

/** The texts before and after changes, as documents that nobody can write. */
export class ChangeTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  private count = 0;

  keep({ path }: vscode.Uri, { before, after }: TextChange) {
    this.count += 1;
    const put = (side: string, text: string): vscode.Uri => {
      const uri = vscode.Uri.from({ scheme, path, query: `${this.count}-${side}` });
      this.texts.set(uri.toString(), text);
      return uri;
    };
    const uris = { before: put("before", before), after: put("after", after) };
    for (const key of this.texts.keys()) if (this.texts.size > kept) this.texts.delete(key);
    return uris;
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString());
  }

  dispose(): void {
    this.registration.dispose();
  }
}
