import * as vscode from "vscode";
import type { Problem, Range } from "../../manifest/problem";
import { linkTo } from "./problemPage";

/** Where a problem's text is. */
export interface Place {
  readonly uri: vscode.Uri;
  rangeOf(range: Range): vscode.Range;
}

export function diagnosticOf({ uri, rangeOf }: Place, problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(problem.range), problem.message, severities[problem.severity]);
  diagnostic.source = "stackwright";
  diagnostic.code = { value: problem.code, target: linkTo(problem.code) };
  if (problem.tags) diagnostic.tags = problem.tags.map((tag) => tags[tag]);
  if (problem.related) {
    diagnostic.relatedInformation = problem.related.map(
      ({ range, message }) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, rangeOf(range)), message),
    );
  }
  return diagnostic;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

const tags = {
  unnecessary: vscode.DiagnosticTag.Unnecessary,
  deprecated: vscode.DiagnosticTag.Deprecated,
} as const;
