import * as vscode from "vscode";

/** What is used of VS Code's own git extension; see its `git.d.ts`. */
interface GitExports {
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): { show(ref: string, path: string): Promise<string> } | null;
  };
}

/** Gives the text of a file as it is in a commit; undefined where there is no git, or the file is in no repository. */
export async function historyOf(uri: vscode.Uri): Promise<((ref: string) => Promise<string>) | undefined> {
  if (uri.scheme !== "file" && uri.scheme !== "vscode-remote") return undefined;
  const extension = vscode.extensions.getExtension<GitExports>("vscode.git");
  if (extension === undefined) return undefined;
  try {
    const repository = (await extension.activate()).getAPI(1).getRepository(uri);
    return repository === null ? undefined : (ref) => repository.show(ref, uri.fsPath);
  } catch {
    // It is switched off, or there is no git program.
    return undefined;
  }
}

/** The commit that a document of git's is of: `HEAD`; git's index is `~` or nothing. */
export function commitOf({ scheme, query }: vscode.Uri): string | undefined {
  if (scheme !== "git") return undefined;
  try {
    const { ref } = JSON.parse(query);
    return typeof ref === "string" ? ref : undefined;
  } catch {
    return undefined;
  }
}
