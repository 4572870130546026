import * as vscode from "vscode";
import type { SessionProcess } from "../../deploy/operate/session";
import type { Acting } from "./actions";
import { open } from "./opened";

/** Opens a shell in a running task, in a terminal of the editor. */
export async function openShellIn(acting: Acting, component: string): Promise<void> {
  const opened = await open(acting);
  if (!opened) return;
  const { engine, cloud, inventory } = opened;
  const running = engine.serviceOf(inventory, component);
  const session = await engine.openShell(cloud, running, engine.findPlugin, { command: "/bin/sh" });
  show(session, `${component} · ${session.task.slice(0, 8)}`);
}

/** Leads a port of this machine to a database; it is closed with the terminal. */
export async function connectDatabase(acting: Acting, component: string): Promise<void> {
  const opened = await open(acting);
  if (!opened) return;
  const { engine, cloud, inventory } = opened;
  const found = await engine.reach(cloud, inventory, component);
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t("Connect to {0}", component),
    prompt: vscode.l10n.t("The port of this machine to reach it at, through a task of {0}.", found.through.component),
    value: String(found.port),
    ignoreFocusOut: true,
    validateInput: (text) => (isPort(text) ? undefined : vscode.l10n.t("A whole number from 1 to 65535.")),
  });
  if (answer === undefined) return;
  const localPort = Number(answer);
  const ends = { localPort, host: found.host, port: found.port };
  const session = await engine.openTunnel(cloud, found.through, engine.findPlugin, ends);
  const terminal = show(session, `${component} · ${localPort}`);
  const [copy, close] = [vscode.l10n.t("Copy Address"), vscode.l10n.t("Close")];
  const sentence = vscode.l10n.t("{0} answers at {1} as long as the terminal is open.", component, address(localPort));
  vscode.window.showInformationMessage(sentence, copy, close).then((choice) => {
    if (choice === copy) vscode.env.clipboard.writeText(address(localPort));
    if (choice === close) terminal.dispose();
  });
}

const address = (port: number): string => `127.0.0.1:${port}`;
const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536;

function show({ file, args, env }: SessionProcess, name: string): vscode.Terminal {
  const icon = new vscode.ThemeIcon("terminal");
  // A session cannot be taken up again after a restart of the editor.
  const options = { name, shellPath: file, shellArgs: [...args], env: { ...env }, isTransient: true, iconPath: icon };
  const terminal = vscode.window.createTerminal(options);
  terminal.show();
  return terminal;
}
