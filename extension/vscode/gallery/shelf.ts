import * as vscode from "vscode";
import type { Offered } from "../../packages/install";
import { readPackage } from "../../packages/readPackage";
import { hashOf } from "./hashOf";

/** The packages that come with the extension, by their names: the newest version of each. Works without a network. */
export type Shelf = ReadonlyMap<string, Offered>;

/** Rejects when the extension's own file is missing or damaged. */
export async function readShelf(extensionUri: vscode.Uri): Promise<Shelf> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", "packages.json"));
  const texts: readonly string[] = JSON.parse(new TextDecoder().decode(bytes));
  const all = await Promise.all(texts.map((text) => offeredBy(text)));
  return new Map(all.map((offered) => [offered.found.name, offered]));
}

/** The package in a text that anybody may have written. Rejects when it is none, in words. */
export async function offeredBy(text: string, source?: string): Promise<Offered> {
  const found = readPackage(text);
  if (!found.ok) throw new Error(found.reason);
  return { found: found.value, hash: await hashOf(text), ...(source !== undefined && { source }) };
}
