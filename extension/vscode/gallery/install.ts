import * as vscode from "vscode";
import type { Offered } from "../../packages/install";
import { type Lock, lockedIn, readLock, writeLock } from "../../packages/lock";
import type { Values } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import { openCanvas, openText } from "../open";
import { baseName } from "../places";
import { type Drawing, manifestWith, pictureOf } from "./drawing";
import { pickPlace } from "./pickPlace";
import { putText } from "./putText";
import type { Shelf } from "./shelf";

export interface Installed {
  readonly document: vscode.TextDocument;
  /** As the manifest calls them. */
  readonly components: readonly string[];
}

/**
 * Puts a package and what it needs into a manifest and its lock, as one step that can be undone, and shows the canvas. Undefined: the
 * person turned away. Throws where nothing could be written, and has written nothing then.
 */
export async function install(
  offered: Offered,
  values: Values,
  drawing: Drawing,
  known: Shelf,
): Promise<Installed | undefined> {
  const { found } = offered;
  const place = await pickPlace(found.title);
  if (place === undefined) return undefined;
  const { uri, document: manifest } = place;
  const lockUri = vscode.Uri.joinPath(uri, "..", "stackwright.lock");
  const lockDocument = await openIfThere(lockUri);
  const asOf = pictureOf(manifestWith(offered, values, known).text, drawing).price?.asOf ?? "";
  const lock = lockIn(lockDocument, asOf);
  refuseTwice(found, lock, uri);
  const next = manifestWith(offered, values, known, { text: manifest?.getText(), lock: { ...lock, prices: asOf } });
  const change = new vscode.WorkspaceEdit();
  putText(change, uri, manifest, next.text);
  putText(change, lockUri, lockDocument, writeLock(next.lock));
  // What had been saved is saved again; what somebody is in the midst of stays theirs to save.
  const clean = [manifest, lockDocument].filter((document) => document !== undefined && !document.isDirty);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Error(vscode.l10n.t("{0} could not be written. Nothing was installed.", baseName(uri)));
  }
  for (const document of clean) await document?.save();
  const document = await vscode.workspace.openTextDocument(uri);
  if (manifest === undefined) await openText(document);
  await openCanvas(uri);
  const brought = [...next.brought, found].flatMap(({ name }) =>
    Object.values(lockedIn(next.lock, name)?.components ?? {}),
  );
  return { document, components: brought };
}

function lockIn(document: vscode.TextDocument | undefined, asOf: string): Lock {
  if (document === undefined) return { lockVersion: 1, prices: asOf, packages: {} };
  const lock = readLock(document.getText());
  if (!lock.ok) throw new Error(lock.reason);
  return lock.value;
}

function refuseTwice({ name, title }: Package, lock: Lock, uri: vscode.Uri): void {
  const locked = lockedIn(lock, name);
  if (locked === undefined) return;
  throw new Error(
    vscode.l10n.t(
      "{0} is installed here already: {1} in {2}. “stackwright update {3}” brings a newer version.",
      title,
      Object.values(locked.components).join(", "),
      vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, "..")),
      name,
    ),
  );
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return vscode.workspace.openTextDocument(uri);
}
