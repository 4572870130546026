import * as vscode from "vscode";
import { readResources } from "../../deploy/readResources";
import type { App } from "../../manifest/app";
import { checkManifest } from "../deploy/checkManifest";
import type { Ground } from "../start";

export interface PlatformParts extends Ground {
  /** For files of the extension's own. */
  readonly storage: vscode.Uri;
}

/** An environment of the manifest, asked for where there are several. Undefined: the person turned away, or has errors to mend. */
export async function openApp(
  { environments, manifests }: Ground,
  document: vscode.TextDocument,
  title: string,
): Promise<App | undefined> {
  const environment = await environments.ask(document, title);
  const app = environment && (await checkManifest(manifests, document, environment));
  if (!app) return undefined;
  return readResources(app, folderOf(document)?.fsPath);
}

/** The folder on this machine that the manifest is in. */
export function folderOf({ uri }: vscode.TextDocument): vscode.Uri | undefined {
  return uri.scheme === "file" ? vscode.Uri.joinPath(uri, "..") : undefined;
}
