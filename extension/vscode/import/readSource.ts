import * as vscode from "vscode";
import { Files, type Imported, type ImportOptions, withinFolder } from "../../import/imported";
import { importFrom } from "../../import/importFrom";
import { baseName } from "../places";
import type { Source } from "./sources";

/** Bytes of one file; more is no description that a person has written. */
const largest = 1024 * 1024;
/** Files that one import reads, and how often it may ask for more. */
const most = 200;
const rounds = 20;

/** Imports a file with whatever it names in its folder. Throws when the file itself cannot be read. */
export async function readSource({ folder, file }: Source, asked: ImportOptions = {}): Promise<Imported> {
  const options: ImportOptions = { name: baseName(folder), ...asked };
  const texts = new Map([[file, await textOf(vscode.Uri.joinPath(folder, file))]]);
  const absent = new Set<string>();
  for (let round = 0; ; round++) {
    const imported = importFrom(file, new Files(texts, absent), options);
    if (imported.missing.length === 0 || round === rounds) return imported;
    for (const path of imported.missing) {
      const text = texts.size < most ? await textBeside(folder, path) : undefined;
      if (text === undefined) absent.add(path);
      else texts.set(path, text);
    }
  }
}

/** As it is in the editor, unsaved changes included. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const { size, type } = await vscode.workspace.fs.stat(uri);
  const name = baseName(uri);
  if ((type & vscode.FileType.File) === 0) throw new Error(vscode.l10n.t("{0} is no file.", name));
  if (size > largest) {
    throw new Error(vscode.l10n.t("{0} has {1} bytes; more than {2} are not read.", name, size, largest));
  }
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** A file that another one names: undefined unless it is a plain one inside the folder, and behind no link. */
async function textBeside(folder: vscode.Uri, path: string): Promise<string | undefined> {
  const inside = withinFolder(path);
  if (inside === undefined) return undefined;
  try {
    let uri = folder;
    for (const part of inside.split("/")) {
      uri = vscode.Uri.joinPath(uri, part);
      const { type } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.SymbolicLink) !== 0) return undefined;
    }
    return await textOf(uri);
  } catch {
    return undefined;
  }
}
