import * as vscode from "vscode";
import { type Package, readPackage } from "../../packages/readPackage";

/** A package that can be installed, and the repository that it was fetched from. */
export interface Offered {
  readonly found: Package;
  readonly source?: string;
}

/** The packages that come with the extension, by their names: the newest version of each. Works without a network. */
export type Shelf = ReadonlyMap<string, Offered>;

/** Rejects when the extension's own file is missing or damaged. */
export async function readShelf(extensionUri: vscode.Uri): Promise<Shelf> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", "packages.json"));
  const texts: readonly string[] = JSON.parse(new TextDecoder().decode(bytes));
  return new Map(
    texts.map((text) => {
      const found = readPackage(text);
      if (!found.ok) throw new Error(found.reason);
      return [found.value.name, { found: found.value }];
    }),
  );
}
