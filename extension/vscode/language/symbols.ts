import * as vscode from "vscode";
import { lineAt, lineStarts } from "../../language/fold";
import { symbols } from "../../language/symbols";
import { openManifest } from "../../manifest/manifest";
import type { Log } from "../log";
import type { Parts } from "../parts";
import { manifestGlob } from "../places";

const mostFiles = 200;
const largest = 1_000_000;

/** Components by name, across the workspace's manifests, open or not. */
export function provideSymbols({ manifests, log }: Parts): vscode.Disposable {
  const provideWorkspaceSymbols = async (
    query: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.SymbolInformation[]> => {
    const open = new Map(manifests.all().map((document) => [document.uri.toString(), document]));
    const files = await filesIn(log);
    const found: vscode.SymbolInformation[] = [];
    for (const uri of new Map(
      [...files, ...[...open.values()].map((document) => document.uri)].map((one) => [one.toString(), one]),
    ).values()) {
      if (token.isCancellationRequested) return [];
      const document = open.get(uri.toString());
      const manifest = document ? manifests.of(document) : openManifest(await textOf(uri));
      const starts = lineStarts(manifest.text);
      for (const { name, detail, range } of symbols(manifest, query)) {
        const line = lineAt(starts, range.start);
        const column = range.start - (starts[line] ?? 0);
        const place = new vscode.Range(line, column, line, column + range.end - range.start);
        found.push(
          new vscode.SymbolInformation(name, vscode.SymbolKind.Class, detail, new vscode.Location(uri, place)),
        );
      }
    }
    return found;
  };
  return vscode.languages.registerWorkspaceSymbolProvider({ provideWorkspaceSymbols });
}

/** Where files cannot be searched, the open ones are still found. */
async function filesIn(log: Log): Promise<readonly vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(manifestGlob, undefined, mostFiles);
  } catch (error) {
    log.warn(error instanceof Error ? error.message : String(error));
    return [];
  }
}

async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largest) return "";
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return "";
  }
}
