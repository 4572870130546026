import * as vscode from "vscode";
import { type Lens, lenses } from "../../language/lenses";
import type { Parts } from "../parts";
import { isWritable, manifestSelector, rangeIn } from "../places";

/** "Open Canvas" and "Plan & Deploy" above the text. Where nothing can be deployed, no lens offers it. */
export function provideLenses({ manifests, deployer }: Parts): vscode.Disposable {
  const onDidChangeEmitter = new vscode.EventEmitter<void>();
  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const canDeploy = deployer.possible().possible && isWritable(document.uri);
    return lenses(manifests.of(document))
      .filter(({ action }) => action !== "deploy" || canDeploy)
      .map((lens) => lensOf(document, lens));
  };
  return vscode.Disposable.from(
    onDidChangeEmitter,
    vscode.workspace.onDidGrantWorkspaceTrust(() => onDidChangeEmitter.fire()),
    vscode.languages.registerCodeLensProvider(manifestSelector, {
      provideCodeLenses,
      onDidChangeCodeLenses: onDidChangeEmitter.event,
    }),
  );
}

function lensOf(document: vscode.TextDocument, { range, title, action, environment }: Lens): vscode.CodeLens {
  return new vscode.CodeLens(rangeIn(document, range), {
    title,
    command: `stackwright.${action}`,
    arguments: environment === undefined ? [document.uri] : [document.uri, environment],
  });
}
