import * as vscode from "vscode";

const fileName = "stackwright.yaml";

/** A manifest's usual place in a folder, or where there is one already, a name that is asked for. Undefined: the person turned away. */
export async function freeFile(folder: vscode.Uri, title: string): Promise<vscode.Uri | undefined> {
  const usual = vscode.Uri.joinPath(folder, fileName);
  if (!(await exists(usual))) return usual;
  const value = `new.${fileName}`;
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("There is a {0} already. Choose another name, which has to end in .{0}.", fileName),
    value,
    valueSelection: [0, "new".length],
    ignoreFocusOut: true,
    validateInput: async (typed) => {
      if (!/^[^/\\]+\.stackwright\.ya?ml$/.test(typed)) return vscode.l10n.t("The name has to end in .{0}.", fileName);
      return (await exists(vscode.Uri.joinPath(folder, typed)))
        ? vscode.l10n.t("There is a file of this name already.")
        : undefined;
    },
  });
  return name === undefined ? undefined : vscode.Uri.joinPath(folder, name);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
