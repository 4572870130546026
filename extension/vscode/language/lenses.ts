import * as vscode from "vscode";
import { type Lens, lenses } from "../../language/lenses";
import type { Parts } from "../parts";
import { isWritable, manifestSelector, rangeIn } from "../places";
import { lastDeployed } from "./lastDeployed";

/** Before one of these, the story changes with every message, and the status bar tells it. */
const ended: ReadonlySet<string> = new Set(["succeeded", "unchanged", "failed", "destroyed"]);

/** "Open Canvas", "Plan & Deploy" and how the last deployment went, above the text. Where nothing can be deployed, no lens offers it. */
export function provideLenses(
  parts: Pick<Parts, "manifests" | "deployer" | "environments" | "remembered">,
): vscode.Disposable {
  const { manifests, deployer, environments, remembered } = parts;
  const onDidChangeEmitter = new vscode.EventEmitter<void>();
  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const canDeploy = deployer.possible().possible && isWritable(document.uri);
    const all = lenses(manifests.of(document));
    const [first] = all;
    const view = deployer.view(document, environments.of(document));
    const last = view === undefined ? lastDeployed(parts, document) : ended.has(view.phase) ? view.text : undefined;
    // What is known of the last deployment stands behind what can be done.
    const story = first && last ? [new vscode.CodeLens(rangeIn(document, first.range), showing(document, last))] : [];
    const offered = all.filter(({ action }) => action !== "deploy" || canDeploy);
    return [...offered.map((lens) => lensOf(document, lens)), ...story];
  };
  return vscode.Disposable.from(
    onDidChangeEmitter,
    deployer.onDidChange(() => onDidChangeEmitter.fire()),
    environments.onDidChange(() => onDidChangeEmitter.fire()),
    remembered.onDidChange(() => onDidChangeEmitter.fire()),
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

function showing(document: vscode.TextDocument, title: string): vscode.Command {
  return { title, command: "stackwright.openCanvas", arguments: [document.uri] };
}
