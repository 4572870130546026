import * as vscode from "vscode";

const sources = new Map<string, string>();
const modules = new Map<string, { exports: unknown }>();

/**
 * Reads code that both hosts share from `dist/`, without running it. VS Code's own `require` knows no files in a browser;
 * without this, each of our bundles would carry all of it. Rejects when the extension's folder cannot be read.
 */
export async function fetchShared(files: readonly string[], extensionUri = ownUri()): Promise<void> {
  const read = async (file: string) => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", file));
    sources.set(file, new TextDecoder().decode(bytes));
  };
  await Promise.all(files.filter((file) => !sources.has(file)).map(read));
}

function ownUri(): vscode.Uri {
  const own = vscode.extensions.getExtension("stackwright.stackwright");
  if (own === undefined) throw new Error("The extension does not find itself.");
  return own.extensionUri;
}

/** What such a file exports; it runs when it is first asked for, as with Node. Throws for a file that was not read. */
export function shared(file: string): unknown {
  if (file === "vscode") return vscode;
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  const source = sources.get(file);
  if (source === undefined) throw new Error(`${file} is not part of the extension in a browser.`);
  const module: { exports: unknown } = { exports: {} };
  modules.set(file, module);
  // As VS Code runs the extension itself there. The source comes from the extension's own folder and nowhere else.
  new Function("module", "exports", "require", source)(module, module.exports, shared);
  return module.exports;
}
