import * as vscode from "vscode";
import { installInto } from "../../packages/installInto";
import { type Lock, type Locked, readLock, writeLock } from "../../packages/lock";
import type { Values } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import { openCanvas, openText } from "../open";
import { baseName } from "../places";
import { type Drawing, manifestOf, pictureOf } from "./drawing";
import { hashOf } from "./hashOf";
import { pickPlace } from "./pickPlace";
import { putText } from "./putText";
import type { Offered } from "./shelf";

export interface Installed {
  readonly document: vscode.TextDocument;
  /** As the manifest calls them. */
  readonly components: readonly string[];
}

/**
 * Puts a package into a manifest and its lock, as one step that can be undone, and shows the canvas. Undefined: the
 * person turned away. Throws where nothing could be written, and has written nothing then.
 */
export async function install(
  { found, source }: Offered,
  values: Values,
  drawing: Drawing,
): Promise<Installed | undefined> {
  const place = await pickPlace(found.title);
  if (place === undefined) return undefined;
  const { uri, document: manifest } = place;
  const lockUri = vscode.Uri.joinPath(uri, "..", "stackwright.lock");
  const lockDocument = await openIfThere(lockUri);
  const expanded = manifestOf(found, values);
  const asOf = pictureOf(expanded, drawing).price?.asOf ?? "";
  const lock = lockIn(lockDocument, asOf);
  refuseTwice(found, lock, uri);
  const installed = installInto(manifest?.getText(), expanded);
  if (!installed.ok) throw new Error(installed.reason);
  const entry: Locked = {
    version: found.version,
    range: `^${found.version}`,
    ...(source !== undefined && { source }),
    hash: await hashOf(found.text),
    parameters: values,
    components: installed.value.names,
  };
  const next: Lock = { ...lock, prices: asOf, packages: { ...lock.packages, [found.name]: entry } };
  const change = new vscode.WorkspaceEdit();
  putText(change, uri, manifest, installed.value.text);
  putText(change, lockUri, lockDocument, writeLock(next));
  // What had been saved is saved again; what somebody is in the midst of stays theirs to save.
  const clean = [manifest, lockDocument].filter((document) => document !== undefined && !document.isDirty);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Error(vscode.l10n.t("{0} could not be written. Nothing was installed.", baseName(uri)));
  }
  for (const document of clean) await document?.save();
  const document = await vscode.workspace.openTextDocument(uri);
  if (manifest === undefined) await openText(document);
  await openCanvas(uri);
  return { document, components: Object.values(installed.value.names) };
}

function lockIn(document: vscode.TextDocument | undefined, asOf: string): Lock {
  if (document === undefined) return { lockVersion: 1, prices: asOf, packages: {} };
  const lock = readLock(document.getText());
  if (!lock.ok) throw new Error(lock.reason);
  return lock.value;
}

function refuseTwice({ name, title }: Package, { packages }: Lock, uri: vscode.Uri): void {
  const locked = Object.hasOwn(packages, name) ? packages[name] : undefined;
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
