import * as vscode from "vscode";
import { formatByName, knownFiles } from "../../import/detect";
import { formats } from "../../import/imported";
import { baseName } from "../places";

/** What is to be imported: a file, with the folder beyond which nothing is read. */
export interface Source {
  readonly folder: vscode.Uri;
  /** Its name in the folder. */
  readonly file: string;
}

const most = 200;

/** Asks which of the workspace's known files to import, or for any other. Undefined: the person turned away. */
export async function pickSource(title: string): Promise<Source | undefined> {
  const found = await findSources();
  const other = { label: vscode.l10n.t("Choose a File…"), iconPath: new vscode.ThemeIcon("folder-opened") };
  if (found.length === 0) return chooseFile(title);
  const items = found.map(({ uri, format }) => ({
    label: vscode.workspace.asRelativePath(uri),
    description: formats[format],
    iconPath: vscode.ThemeIcon.File,
    resourceUri: uri,
    uri,
  }));
  const separator = { label: "", kind: vscode.QuickPickItemKind.Separator };
  const placeHolder = vscode.l10n.t("Choose what describes the application now. Nothing is written before you save.");
  const choice: vscode.QuickPickItem | undefined = await vscode.window.showQuickPick<vscode.QuickPickItem>(
    [...items, separator, other],
    { title, placeHolder, matchOnDescription: true },
  );
  if (choice === other) return chooseFile(title);
  const uri = items.find((item) => item === choice)?.uri;
  return uri && sourceOf(uri);
}

export const sourceOf = (uri: vscode.Uri): Source => ({ folder: vscode.Uri.joinPath(uri, ".."), file: baseName(uri) });

async function chooseFile(title: string): Promise<Source | undefined> {
  const openLabel = vscode.l10n.t("Import");
  const [uri] = (await vscode.window.showOpenDialog({ title, openLabel, canSelectMany: false })) ?? [];
  return uri && sourceOf(uri);
}

/** The surest description of each folder first, and source code only where a folder has nothing else. */
async function findSources() {
  const names = knownFiles.map(([name]) => name).join(",");
  const ignored = "**/{node_modules,vendor,.git,dist,build}/**";
  const uris = await vscode.workspace.findFiles(`**/{${names},*compose*.yml,*compose*.yaml}`, ignored, most);
  const rank = new Map(knownFiles.map(([name], index) => [name, index]));
  const known = uris
    .flatMap((uri) => {
      const format = formatByName(baseName(uri));
      return format === undefined ? [] : [{ uri, format, rank: rank.get(baseName(uri)) ?? knownFiles.length }];
    })
    .sort((a, b) => depth(a.uri) - depth(b.uri) || a.rank - b.rank || (a.uri.path < b.uri.path ? -1 : 1));
  const described = new Set<string>();
  return known.filter(({ uri, format }) => {
    const folder = vscode.Uri.joinPath(uri, "..").toString();
    if (format === "folder" && described.has(folder)) return false;
    described.add(folder);
    return true;
  });
}

const depth = ({ path }: vscode.Uri): number => path.split("/").length;
