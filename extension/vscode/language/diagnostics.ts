import * as vscode from "vscode";
import type { Manifests } from "../manifests";
import { isWritable, rangeIn } from "../places";
import { diagnosticOf, type Place } from "./diagnosticOf";
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
