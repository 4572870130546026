import * as vscode from "vscode";
import { guard } from "./command";
import type { Log } from "./log";
import { openCanvas } from "./open";
import { languageId } from "./places";
import { canvasTab, textTab } from "./tabs";

/**
 * With `stackwright.canvas.openBeside`, a manifest's canvas opens with its text, also for one that VS Code restores at
 * the start. Once for each time the text is opened: a canvas that was closed stays closed.
 */
export function openBesideText(log: Log): vscode.Disposable {
  const seen = new WeakSet<vscode.TextDocument>();
  const consider = (editor: vscode.TextEditor | undefined): void => {
    const document = editor?.document;
    if (document?.languageId !== languageId || seen.has(document)) return;
    // A diff shows the text as well, but nobody opened the manifest.
    if (!textTab(document.uri)) return;
    seen.add(document);
    const wanted = vscode.workspace.getConfiguration("stackwright", document).get<boolean>("canvas.openBeside");
    if (wanted && !canvasTab(document.uri)) {
      void guard(log, () => openCanvas(document.uri, { preserveFocus: true }));
    }
  };
  const considerAll = (): void => vscode.window.visibleTextEditors.forEach(consider);
  considerAll();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(consider),
    vscode.window.onDidChangeVisibleTextEditors(considerAll),
    // A tab may be told of after its editor.
    vscode.window.tabGroups.onDidChangeTabs(considerAll),
    vscode.workspace.onDidCloseTextDocument((document) => seen.delete(document)),
  );
}
