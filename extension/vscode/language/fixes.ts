import * as vscode from "vscode";
import { fixAll, fixes } from "../../language/fix/fixes";
import { refactorings } from "../../language/refactor/refactorings";
import type { Parts } from "../parts";
import { manifestSelector, rangeIn } from "../places";
import { diagnosticOf } from "./diagnosticOf";
import { workspaceEdit } from "./navigation";
import { problemsOf } from "./problems";

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append("stackwright");

const refactorKinds = {
  form: vscode.CodeActionKind.RefactorRewrite.append("form"),
  sort: vscode.CodeActionKind.RefactorRewrite.append("sort"),
  share: vscode.CodeActionKind.RefactorExtract.append("share"),
  extend: vscode.CodeActionKind.RefactorRewrite.append("extend"),
} as const;

/** More problems than this at one place are not mended one by one. */
const most = 20;

/** Quick fixes for the problems where the cursor is, and one action that mends all that is sure. */
export function provideFixes(parts: Pick<Parts, "manifests" | "environments" | "remembered">): vscode.Disposable {
  const { manifests } = parts;
  const quick = (document: vscode.TextDocument, asked: vscode.Range): vscode.CodeAction[] => {
    const manifest = manifests.of(document);
    const [start, end] = [document.offsetAt(asked.start), document.offsetAt(asked.end)];
    return problemsOf(parts, document)
      .filter(({ range }) => range.start <= end && range.end >= start)
      .slice(0, most)
      .flatMap((problem) =>
        fixes(manifest, problem).map(({ title, edits, preferred }) => {
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          const { uri } = document;
          action.diagnostics = [diagnosticOf({ uri, rangeOf: (range) => rangeIn(document, range) }, problem)];
          action.isPreferred = preferred;
          action.edit = workspaceEdit(document, edits);
          return action;
        }),
      );
  };
  const all = (document: vscode.TextDocument): vscode.CodeAction[] => {
    const edits = fixAll(manifests.of(document));
    if (edits.length === 0) return [];
    const action = new vscode.CodeAction(vscode.l10n.t("Fix All Stackwright Problems"), fixAllKind);
    action.edit = workspaceEdit(document, edits);
    return [action];
  };
  const refactor = (document: vscode.TextDocument, asked: vscode.Range): vscode.CodeAction[] =>
    refactorings(manifests.of(document), document.offsetAt(asked.start)).map(({ title, edits, kind }) => {
      const action = new vscode.CodeAction(title, refactorKinds[kind]);
      action.edit = workspaceEdit(document, edits);
      return action;
    });
  return vscode.languages.registerCodeActionsProvider(
    manifestSelector,
    {
      provideCodeActions: (document, asked, { only }) => {
        // All of a file is only looked through when it is asked for by its kind, as on saving.
        if (only?.intersects(fixAllKind)) return all(document);
        const isQuick = only === undefined || only.contains(vscode.CodeActionKind.QuickFix);
        const isRefactor = only === undefined || only.intersects(vscode.CodeActionKind.Refactor);
        return [...(isQuick ? quick(document, asked) : []), ...(isRefactor ? refactor(document, asked) : [])];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind, ...Object.values(refactorKinds)] },
  );
}
