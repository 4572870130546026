import * as vscode from "vscode";
import type { Parts } from "../parts";
import { isWritable, rangeIn } from "../places";
import { diagnosticOf, type Place } from "./diagnosticOf";
import { problemsOf } from "./problems";
import { WorkspaceProblems } from "./workspaceProblems";

/** Keeps the problems of every manifest in the Problems view: of open ones from the first keystroke on, of the others as they are on disk. */
export function publishDiagnostics(parts: Pick<Parts, "manifests" | "environments" | "remembered">): vscode.Disposable {
  const { manifests, environments, remembered } = parts;
  const collection = vscode.languages.createDiagnosticCollection("stackwright");
  const publish = (document: vscode.TextDocument): void => {
    // An old version that a diff shows cannot be mended, so its problems would only be in the way.
    if (!isWritable(document.uri)) return;
    const place: Place = { uri: document.uri, rangeOf: (range) => rangeIn(document, range) };
    collection.set(
      document.uri,
      problemsOf(parts, document).map((problem) => diagnosticOf(place, problem)),
    );
  };
  for (const document of manifests.all()) publish(document);
  const others = new WorkspaceProblems(collection, (uri) =>
    manifests.all().some((document) => document.uri.toString() === uri.toString()),
  );
  return vscode.Disposable.from(
    collection,
    others,
    manifests.onDidChange(publish),
    environments.onDidChange(publish),
    remembered.onDidChange((uri) => {
      for (const document of manifests.all()) if (document.uri.toString() === uri.toString()) publish(document);
    }),
    manifests.onDidClose(({ uri }) => {
      collection.delete(uri);
      others.check(uri);
    }),
  );
}
