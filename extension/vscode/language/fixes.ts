import * as vscode from "vscode";
import type { Problem } from "../../manifest/problem";
import type { Manifests } from "../manifests";
import { manifestSelector, rangeIn } from "../places";
import { diagnosticOf } from "./diagnostics";

/** Quick fixes: a problem that knows what was meant offers to write it. */
export function provideFixes(manifests: Manifests): vscode.Disposable {
  const provideCodeActions = (document: vscode.TextDocument, asked: vscode.Range): vscode.CodeAction[] =>
    manifests.of(document).problems.flatMap((problem) => {
      const replacement = problem.data?.["replacement"];
      if (typeof replacement !== "string" || !rangeIn(document, problem.range).intersection(asked)) return [];
      return [replace(document, problem, replacement)];
    });
  return vscode.languages.registerCodeActionsProvider(
    manifestSelector,
    { provideCodeActions },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function replace(document: vscode.TextDocument, problem: Problem, replacement: string): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t("Change to “{0}”", replacement), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnosticOf(document, problem)];
  action.isPreferred = true;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, rangeIn(document, problem.range), replacement);
  return action;
}
