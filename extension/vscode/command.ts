import * as vscode from "vscode";
import type { Log } from "./log";

/** Registers a command that may fail: the failure is logged in full and shown in one sentence. */
export function registerCommand<Args extends readonly unknown[]>(
  log: Log,
  id: string,
  run: (...args: Args) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, (...args: Args) => guard(log, () => run(...args)));
}

/** Runs what a person asked for. Never throws. */
export async function guard<Result>(log: Log, run: () => Result): Promise<Awaited<Result> | undefined> {
  try {
    return await run();
  } catch (error) {
    showError(log, error);
    return undefined;
  }
}

/** Does not wait for the person to read it. */
export function showError(log: Log, error: unknown): void {
  log.error(error instanceof Error ? error : String(error));
  const showLog = vscode.l10n.t("Show Log");
  vscode.window.showErrorMessage(sentence(error), showLog).then((choice) => {
    if (choice === showLog) log.show();
  });
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message === "" ? vscode.l10n.t("Something failed without saying why. The log has the details.") : message;
}
