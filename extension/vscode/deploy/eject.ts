import * as vscode from "vscode";
import type { App } from "../../manifest/app";
import { nounOf } from "../../manifest/schema";
import { loadEngine } from "./engine";

/** Writes an environment as plain CloudFormation into a folder that the person chooses, and shows it. */
export async function ejectApp(app: App, manifest: vscode.Uri): Promise<void> {
  const engine = await loadEngine();
  const beside = vscode.Uri.joinPath(manifest, "..");
  const synthesis = engine.synthesize(
    await engine.readResources(app, manifest.scheme === "file" ? beside.fsPath : undefined),
  );
  const { files } = engine.eject(app, synthesis, nounOf);
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Eject {0} to CloudFormation", synthesis.stackName),
      openLabel: vscode.l10n.t("Write Here"),
      defaultUri: beside,
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (folder === undefined) return;
  const target = vscode.Uri.joinPath(folder, `${synthesis.stackName}-cloudformation`);
  if (await exists(target)) {
    throw new Error(vscode.l10n.t("{0} exists already. Delete it or choose another folder.", target.fsPath));
  }
  for (const [name, text] of files) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, name), new TextEncoder().encode(text));
  }
  const [template = ""] = files.keys();
  await vscode.window.showTextDocument(vscode.Uri.joinPath(target, template));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
