import * as vscode from "vscode";

/** Files of `dist/` that the browser's host shares with Node's. None of them needs more than another one of them. */
const files = ["./core.js", "./yaml.js", "./price.js"] as const;

const sources = new Map<string, string>();
const modules = new Map<string, { exports: unknown }>();

/**
 * Reads the code that both hosts share, without running it. VS Code's own `require` knows no files in a browser; without
 * this, each of our bundles would carry all of it. Rejects when the extension's folder cannot be read.
 */
export async function fetchShared(extensionUri: vscode.Uri): Promise<void> {
  const read = async (file: string) => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", file));
    sources.set(file, new TextDecoder().decode(bytes));
  };
  await Promise.all(files.map(read));
}

/** What such a file exports; it runs when it is first asked for, as with Node. Throws for any other file. */
export function shared(file: string): unknown {
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
