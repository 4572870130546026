import * as vscode from "vscode";
import type { LogLine } from "../../deploy/operate/logs";
import { guard } from "../command";
import type { Acting } from "./actions";
import { open } from "./opened";

interface LogView {
  readonly channel: vscode.OutputChannel;
  stop: AbortController | undefined;
  pattern: string | undefined;
}

/** Milliseconds. How far back a log begins when it is opened. */
const back = 15 * 60_000;
/** An editor with more lines than this serves nobody. */
const mostLines = 20_000;

/** A channel for each component whose log was looked at: VS Code's own list, search and filter go with it. */
export class LogViews implements vscode.Disposable {
  private readonly views = new Map<string, LogView>();

  /** Shows the log and goes on with it until it is stopped. */
  async follow(acting: Acting, component: string): Promise<void> {
    const opened = await open(acting);
    if (!opened) return;
    const { engine, cloud, inventory } = opened;
    const runnable = engine.runnableOf(inventory, component);
    const view = this.viewOf(acting, component, inventory.stackName);
    view.channel.show(true);
    if (view.stop) return;
    const stop = new AbortController();
    view.stop = stop;
    view.channel.clear();
    const { pattern } = view;
    const what = pattern === undefined ? "" : vscode.l10n.t(" that match {0}", pattern);
    view.channel.appendLine(vscode.l10n.t("── Lines{0} from the last 15 minutes on; still following ──", what));
    const options = { since: Date.now() - back, ...(pattern === undefined ? {} : { filter: pattern }) };
    // Not waited for: it goes on until somebody stops it.
    void guard(acting.parts.log, async () => {
      try {
        const paused = (reason: string) => view.channel.appendLine(`── ${reason} ──`);
        for await (const lines of engine.followLogs(cloud, runnable, options, stop.signal, paused)) {
          for (const line of lines) view.channel.appendLine(textOf(line));
        }
      } finally {
        if (view.stop === stop) view.stop = undefined;
        view.channel.appendLine(vscode.l10n.t("── No longer followed ──"));
      }
    });
  }

  /** Follows only what matches CloudWatch's filter pattern; nothing typed means everything. */
  async filter(acting: Acting, component: string): Promise<void> {
    const stackName = await acting.environment.stackName();
    if (stackName === undefined) return;
    const view = this.viewOf(acting, component, stackName);
    const pattern = await vscode.window.showInputBox({
      title: vscode.l10n.t("Filter the Log of {0}", component),
      prompt: vscode.l10n.t('CloudWatch\'s pattern: words, a "phrase", or {0}', '{ $.level = "error" }'),
      value: view.pattern ?? "",
      ignoreFocusOut: true,
    });
    if (pattern === undefined) return;
    view.pattern = pattern.trim() === "" ? undefined : pattern.trim();
    view.stop?.abort();
    view.stop = undefined;
    await this.follow(acting, component);
  }

  async stop(acting: Acting, component: string): Promise<void> {
    const view = this.views.get(keyOf(acting, component));
    view?.stop?.abort();
    if (view) view.stop = undefined;
  }

  /** The last hours as a document of its own, to search, fold and keep. */
  async openInEditor(acting: Acting, component: string): Promise<void> {
    const hours = [1, 6, 24].map((count) => ({ label: vscode.l10n.t("Last {0} h", count), count }));
    const choice = await vscode.window.showQuickPick(hours, {
      title: vscode.l10n.t("Log of {0}", component),
      ignoreFocusOut: true,
    });
    const opened = choice && (await open(acting));
    if (!opened) return;
    const { engine, cloud, inventory } = opened;
    const runnable = engine.runnableOf(inventory, component);
    const lines: string[] = [];
    const title = vscode.l10n.t("Reading the log of {0}", component);
    const place = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    await vscode.window.withProgress(place, async (_, token) => {
      for await (const batch of engine.readLogs(cloud, runnable, { since: Date.now() - choice.count * 3_600_000 })) {
        lines.push(...batch.map(textOf));
        if (token.isCancellationRequested || lines.length > mostLines) break;
      }
    });
    if (lines.length > mostLines) {
      lines.length = mostLines;
      lines.push(vscode.l10n.t("── There is more; read a shorter time, or use stackwright logs ──"));
    }
    const content = lines.length > 0 ? `${lines.join("\n")}\n` : vscode.l10n.t("Nothing was written in that time.\n");
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: "log" }));
  }

  private viewOf(acting: Acting, component: string, stackName: string): LogView {
    const key = keyOf(acting, component);
    const found = this.views.get(key);
    if (found) return found;
    const channel = vscode.window.createOutputChannel(`${stackName} · ${component}`, "log");
    const view: LogView = { channel, stop: undefined, pattern: undefined };
    this.views.set(key, view);
    return view;
  }

  dispose(): void {
    for (const { channel, stop } of this.views.values()) {
      stop?.abort();
      channel.dispose();
    }
  }
}

const textOf = ({ at, task, text }: LogLine): string => `${at} [${task.slice(0, 8)}] ${text}`;
const keyOf = ({ environment }: Acting, component: string): string => `${environment.key} ${component}`;
