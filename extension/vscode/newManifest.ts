import * as vscode from "vscode";
import { nameFrom, type Template, templateName, templates } from "../manifest/catalog/templates";
import { freeFile } from "./freeFile";
import { openCanvas, openText } from "./open";
import { languageId } from "./places";

const title = (): string => vscode.l10n.t("New Manifest");

/** Asks for a template, writes a manifest from it, and shows it with its canvas. An existing file is never overwritten. */
export async function newManifest(): Promise<void> {
  const template = await pickTemplate();
  if (!template) return;
  const document = await create(template);
  if (!document) return;
  await openText(document);
  await openCanvas(document.uri, { preserveFocus: true });
}

async function pickTemplate(): Promise<Template | undefined> {
  const items = templates.map((template) => ({ label: template.title, detail: template.description, template }));
  const placeHolder = vscode.l10n.t("Choose what to begin with. Everything can be changed later.");
  return (await vscode.window.showQuickPick(items, { title: title(), placeHolder }))?.template;
}

/** In the folder; where there is none, an untitled document that has no place yet. Undefined: the person turned away. */
async function create(template: Template): Promise<vscode.TextDocument | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    return vscode.workspace.openTextDocument({ language: languageId, content: template.text });
  }
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  const uri = folder && (await freeFile(folder.uri, title()));
  if (!folder || !uri) return undefined;
  const text = template.text.replace(`name: ${templateName}`, `name: ${nameFrom(folder.name)}`);
  const change = new vscode.WorkspaceEdit();
  change.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Error(vscode.l10n.t("{0} could not be written.", vscode.workspace.asRelativePath(uri)));
  }
  return vscode.workspace.openTextDocument(uri);
}
