import * as vscode from "vscode";
import { formats, type Imported, type Manifested } from "../../import/imported";
import { markdownReport } from "../../import/markdownReport";
import type { Place } from "../../import/value";
import { edit } from "../../manifest/edit/edit";
import type { TextEdit } from "../../manifest/edit/operation";
import { pasteManifest } from "../../manifest/edit/pasteManifest";
import { openManifest } from "../../manifest/manifest";
import { freeFile } from "../freeFile";
import { openCanvas, openText } from "../open";
import { lineLink } from "../pages/lineLink";
import type { Pages } from "../pages/pages";
import { languageId, rangeIn } from "../places";
import { readSource } from "./readSource";
import { pickSource, type Source, sourceOf } from "./sources";

/** What the import needs of the extension. */
export interface Ground {
  readonly pages: Pages;
  /** Runs what nobody waits for, such as a message that may be left standing. */
  background(run: () => Promise<unknown>): void;
}

const title = (): string => vscode.l10n.t("Import Application");

/**
 * Makes a manifest of what describes an application elsewhere, and shows it with its canvas, unsaved: nothing is written
 * before the person saves it. @param given the file; asked for when it is none
 */
export async function importApplication({ pages, background }: Ground, given: unknown): Promise<void> {
  const from = await askForImport(pages, given instanceof vscode.Uri ? sourceOf(given) : undefined);
  if (from === undefined) return;
  const document = await create(from);
  if (document === undefined) return;
  await openText(document);
  await openCanvas(document.uri, { preserveFocus: true });
  background(() => tell(pages, from, document));
}

/** Begins a manifest without components with what is imported, as one step. What it has already, it keeps. */
export async function importInto(ground: Ground, document: vscode.TextDocument): Promise<void> {
  const from = await askForImport(ground.pages);
  if (from === undefined) return;
  const before = document.getText();
  const change = new vscode.WorkspaceEdit();
  for (const { range, text } of begun(before, from.imported.text)) {
    change.replace(document.uri, rangeIn(document, range), text);
  }
  if (!(await vscode.workspace.applyEdit(change))) throw new Error(notShown());
  ground.background(() => tell(ground.pages, from, document));
}

/** All of it in an empty text, with its comments; else the components, and a name where there is none. */
function begun(before: string, imported: string): readonly TextEdit[] {
  if (before.trim() === "") return [{ range: { start: 0, end: before.length }, text: imported }];
  const manifest = openManifest(before);
  const result = edit(manifest, pasteManifest(manifest, imported));
  if (!result.ok) throw new Error(result.reason);
  return result.edits;
}

interface ImportedFrom {
  readonly imported: Manifested;
  readonly source: Source;
}

/** Asks what to import, and for what else has to be known. Undefined: the person turned away, or it cannot be imported. */
async function askForImport(pages: Pages, given?: Source): Promise<ImportedFrom | undefined> {
  const source = given ?? (await pickSource(title()));
  if (source === undefined) return undefined;
  const imported = await readSource(source);
  if (imported.kind === "manifest") return { imported, source };
  const kept = await readSource(source, { keepUnsupported: true });
  const keep = vscode.l10n.t("Keep as Containers");
  const report = vscode.l10n.t("Show Report");
  const choices = [...(kept.kind === "manifest" ? [keep] : []), ...(imported.notes.length > 0 ? [report] : [])];
  const message = vscode.l10n.t("{0} cannot be imported.", source.file);
  const choice = await vscode.window.showWarningMessage(message, { modal: true, detail: imported.reason }, ...choices);
  if (choice === keep && kept.kind === "manifest") return { imported: kept, source };
  if (choice === report) await showReport(pages, imported, source);
  return undefined;
}

const notShown = (): string =>
  vscode.l10n.t("The manifest could not be changed; it may be read-only. Nothing was written.");

/** An unsaved document, which knows its place where the folder can have one. Undefined: the person turned away. */
async function create({ imported, source }: ImportedFrom): Promise<vscode.TextDocument | undefined> {
  const workspace = vscode.workspace.getWorkspaceFolder(source.folder);
  if (workspace === undefined || !["file", "vscode-remote"].includes(source.folder.scheme)) {
    return vscode.workspace.openTextDocument({ language: languageId, content: imported.text });
  }
  const file = await freeFile(source.folder, title());
  if (file === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(file.with({ scheme: "untitled" }));
  const change = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  change.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), imported.text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Error(notShown());
  }
  return document;
}

async function tell(pages: Pages, from: ImportedFrom, document: vscode.TextDocument): Promise<void> {
  const save = vscode.l10n.t("Save");
  const report = vscode.l10n.t("Show Report");
  for (;;) {
    const choice = await vscode.window.showInformationMessage(sentence(from.imported), save, report);
    if (choice === report) await showReport(pages, from.imported, from.source);
    else if (choice === save && !document.isClosed) await document.save();
    if (choice !== report) return;
  }
}

function sentence({ format, components, notes }: Manifested): string {
  const count = (kind: string): number => notes.filter((note) => note.kind === kind).length;
  return [
    vscode.l10n.t("{0}: {1} components. Nothing is written before you save.", formats[format], components.length),
    count("ask") === 0 ? "" : vscode.l10n.t("To be filled in: {0}.", count("ask")),
    count("left") === 0 ? "" : vscode.l10n.t("Not carried over: {0}.", count("left")),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

async function showReport(pages: Pages, imported: Imported, { folder, file }: Source): Promise<void> {
  const link = (place: Place): string => lineLink(vscode.Uri.joinPath(folder, place.file), place.line);
  await pages.show(vscode.l10n.t("Import of {0}", file), markdownReport(imported, link));
}
