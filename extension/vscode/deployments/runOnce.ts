import * as vscode from "vscode";
import { DeployError } from "../../deploy/errors";
import type { Acting } from "./actions";
import { open } from "./opened";

/** Runs a command in a task of its own and shows what it writes. */
export async function runOnce(acting: Acting, component: string): Promise<void> {
  const line = await vscode.window.showInputBox({
    title: vscode.l10n.t("Run Once in {0}", component),
    prompt: vscode.l10n.t("A command, run in a new task with the image, variables and secrets of {0}.", component),
    placeHolder: "bin/rails db:migrate",
    ignoreFocusOut: true,
  });
  const command = line === undefined ? [] : splitCommand(line);
  if (command.length === 0) return;
  const opened = await open(acting);
  if (!opened) return;
  const { engine, cloud, inventory } = opened;
  const runnable = engine.runnableOf(inventory, component);
  const task = await engine.startOneOff(cloud, runnable, command);
  const channel = vscode.window.createOutputChannel(
    `${inventory.stackName} · ${component} · ${task.id.slice(0, 8)}`,
    "log",
  );
  channel.appendLine(`$ ${line}`);
  channel.show(true);
  const title = vscode.l10n.t("Running in {0}. Cancel stops the task", component);
  const place = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const outcome = await vscode.window.withProgress(place, (_, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const write = (lines: readonly { readonly text: string }[]) => {
      for (const { text } of lines) channel.appendLine(text);
    };
    return engine.followOneOff(cloud, runnable, task, write, stop.signal);
  });
  if (!outcome.ok) throw new DeployError(outcome.failure);
  channel.appendLine(vscode.l10n.t("── Ended with exit code 0 ──"));
}

/** Words as a shell splits them: spaces part, quotes hold together. Nothing is expanded. */
export function splitCommand(line: string): readonly string[] {
  const words: string[] = [];
  for (const [, double, single, plain] of line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)) {
    words.push(double ?? single ?? plain ?? "");
  }
  return words;
}
