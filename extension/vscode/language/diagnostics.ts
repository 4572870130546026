import * as vscode from "vscode";
import type { Problem } from "../../manifest/problem";
import type { Manifests } from "../manifests";
import { isWritable, rangeIn } from "../places";

/** Keeps the problems of every open manifest in the Problems view, from the first keystroke on. */
export function publishDiagnostics(manifests: Manifests): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("stackwright");
  const publish = (document: vscode.TextDocument): void => {
    // An old version that a diff shows cannot be mended, so its problems would only be in the way.
    if (!isWritable(document.uri)) return;
    collection.set(document.uri, diagnosticsOf(manifests, document));
  };
  for (const document of manifests.all()) publish(document);
  return vscode.Disposable.from(
    collection,
    manifests.onDidChange(publish),
    manifests.onDidClose(({ uri }) => collection.delete(uri)),
  );
}

export function diagnosticsOf(manifests: Manifests, document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return manifests.of(document).problems.map((problem) => diagnosticOf(document, problem));
}

export function diagnosticOf(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const range = rangeIn(document, problem.range);
  const diagnostic = new vscode.Diagnostic(range, problem.message, severities[problem.severity]);
  diagnostic.source = "stackwright";
  diagnostic.code = problem.code;
  if (problem.tags) diagnostic.tags = problem.tags.map((tag) => tags[tag]);
  if (problem.related) {
    diagnostic.relatedInformation = problem.related.map(
      ({ range, message }) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, rangeIn(document, range)), message),
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
