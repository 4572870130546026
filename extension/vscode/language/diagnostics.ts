import * as vscode from "vscode";
import type { Problem, Range } from "../../manifest/problem";
import type { Manifests } from "../manifests";
import { isWritable, rangeIn } from "../places";
import { WorkspaceProblems } from "./workspaceProblems";

/** Keeps the problems of every manifest in the Problems view: of open ones from the first keystroke on, of the others as they are on disk. */
export function publishDiagnostics(manifests: Manifests, pages: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("stackwright");
  const publish = (document: vscode.TextDocument): void => {
    // An old version that a diff shows cannot be mended, so its problems would only be in the way.
    if (!isWritable(document.uri)) return;
    const place: Place = { uri: document.uri, pages, rangeOf: (range) => rangeIn(document, range) };
    collection.set(
      document.uri,
      manifests.of(document).problems.map((problem) => diagnosticOf(place, problem)),
    );
  };
  for (const document of manifests.all()) publish(document);
  const others = new WorkspaceProblems(collection, pages, (uri) =>
    manifests.all().some((document) => document.uri.toString() === uri.toString()),
  );
  return vscode.Disposable.from(
    collection,
    others,
    manifests.onDidChange(publish),
    manifests.onDidClose(({ uri }) => {
      collection.delete(uri);
      others.check(uri);
    }),
  );
}

/** Where a problem's text is. */
export interface Place {
  readonly uri: vscode.Uri;
  /** The folder with a page for each problem code. */
  readonly pages: vscode.Uri;
  rangeOf(range: Range): vscode.Range;
}

export function diagnosticOf({ uri, pages, rangeOf }: Place, problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(problem.range), problem.message, severities[problem.severity]);
  diagnostic.source = "stackwright";
  diagnostic.code = { value: problem.code, target: vscode.Uri.joinPath(pages, `${problem.code}.md`) };
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
