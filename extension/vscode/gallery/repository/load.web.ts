import * as vscode from "vscode";
import type { Repository } from "./load";

/** Takes the place of `load.ts` in a browser, which has no git. */
export async function loadRepository(): Promise<Repository> {
  throw new Error(
    vscode.l10n.t("In a browser there is no git to fetch a package with. Open the link with VS Code on a computer."),
  );
}
