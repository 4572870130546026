import * as vscode from "vscode";
import { openLine } from "./lineLink";
import { renderPage } from "./renderPage";

const scheme = "stackwright-page";
const viewType = "stackwright.page";

/** Reports that are made in the editor, shown as pages to be read. They are nowhere on the disk. */
export class Pages implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];

  constructor() {
    this.disposables = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.changed.event,
        provideTextDocumentContent: ({ path }) =>
          this.texts.get(path) ?? vscode.l10n.t("This page was made before VS Code was started anew. Make it again."),
      }),
      vscode.window.registerCustomEditorProvider(viewType, {
        resolveCustomTextEditor: async (document, panel) => {
          const follow = vscode.workspace.onDidChangeTextDocument((change) => {
            if (change.document === document) void renderPage(document, panel.webview);
          });
          panel.onDidDispose(() => follow.dispose());
          await renderPage(document, panel.webview);
        },
      }),
      vscode.commands.registerCommand(openLine, showLine),
    ];
  }

  /** Shows a page, in the place of an earlier one of this title. @param title the tab's name */
  async show(title: string, markdown: string): Promise<void> {
    const uri = this.put(title, markdown);
    const viewColumn = vscode.ViewColumn.Active;
    await vscode.commands.executeCommand("vscode.openWith", uri, viewType, { viewColumn, preview: false });
  }

  /** What a page says now. @returns whether somebody has it open */
  update(title: string, markdown: string): boolean {
    const uri = this.put(title, markdown);
    return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  }

  private put(title: string, markdown: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${title.replaceAll("/", "-")}.md` });
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
    return uri;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** Whatever else a link may say, it only shows a file of the workspace. */
async function showLine(uri: unknown, line: unknown): Promise<void> {
  if (typeof uri !== "string" || typeof line !== "number" || !Number.isInteger(line) || line < 1) return;
  const file = vscode.Uri.parse(uri, true);
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(file, { selection: new vscode.Range(at, at) });
}
