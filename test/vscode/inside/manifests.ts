import * as vscode from "vscode";
import { eventually } from "./expect";

/** A text with `|` where the cursor is. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf("|");
  if (offset < 0) throw new Error("There is no | in the text.");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

let count = 0;

/** Writes a new manifest into the workspace and opens it as text. */
export async function openText(text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  count += 1;
  const uri = vscode.Uri.joinPath(folder.uri, `${process.env["EXTENSION_HOST"]}-${count}.stackwright.yaml`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Waits until the problems of a document are as wanted: `code@line` (from 1) for each, in the order of the text. */
export async function problemsOf(
  document: vscode.TextDocument,
  wanted: readonly string[],
): Promise<vscode.Diagnostic[]> {
  let seen: string[] = [];
  try {
    return await eventually("the problems", () => {
      const problems = vscode.languages
        .getDiagnostics(document.uri)
        .sort((a, b) => a.range.start.compareTo(b.range.start));
      seen = problems.map(({ code, range }) => `${codeOf(code)}@${range.start.line + 1}`);
      return seen.join() === wanted.join() ? problems : undefined;
    });
  } catch {
    throw new Error(`The problems are ${JSON.stringify(seen)}, expected ${JSON.stringify(wanted)}`);
  }
}

/** Replaces the whole text, as typing does: in the editor, unsaved. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** The labels that completion offers at the cursor. */
export async function completionsIn(marked: string): Promise<readonly string[]> {
  const { text, offset } = cursorIn(marked);
  const document = await openText(text);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    document.positionAt(offset),
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

function codeOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}
