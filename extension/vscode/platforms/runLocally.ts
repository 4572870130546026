import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import { freshSecret } from "../../deploy/freshSecret";
import { exportTargets } from "../../targets/export/bundle";
import { unsetIn, withNew } from "../../targets/export/envText";
import { checkTrust } from "../deploy/trust";
import { folderOf, openApp, type PlatformParts } from "./openApp";
import { pathBetween } from "./writeAll";

const run = promisify(execFile);

/**
 * Runs an environment on this machine with Docker Compose, in a terminal. Its files are the extension's own, so that the
 * folder of the manifest stays as it is; the values of secrets are kept from one start to the next.
 */
export async function runLocally(parts: PlatformParts, document: vscode.TextDocument): Promise<void> {
  if (!checkTrust()) return;
  const app = await openApp(parts, document, vscode.l10n.t("Run Locally"));
  const compose = exportTargets.find(({ id }) => id === "compose");
  if (app === undefined || compose === undefined) return;
  await checkDocker();
  const name = `${app.name}-${app.environment}`;
  const folder = vscode.Uri.joinPath(parts.storage, "local", name);
  const { files, variables, next } = compose.write(app, { manifestFolder: pathBetween(folder, folderOf(document)) });
  const env = vscode.Uri.joinPath(folder, ".env");
  const text = withNew(await textOf(env), variables, freshSecret);
  for (const [path, content] of [...files, [".env", text] as const]) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(content));
  }
  const unset = unsetIn(text, variables);
  if (unset.length > 0 && !(await startWithout(unset, env))) return;
  const title = vscode.l10n.t("{0}, locally", name);
  vscode.window.terminals.find((terminal) => terminal.name === title)?.dispose();
  const terminal = vscode.window.createTerminal({ name: title, cwd: folder, iconPath: new vscode.ThemeIcon("play") });
  terminal.show();
  terminal.sendText(next[0] ?? "docker compose up");
  terminal.sendText("docker compose logs --follow");
}

/** Throws in a sentence where Docker Compose does not run here. */
async function checkDocker(): Promise<void> {
  try {
    await run("docker", ["compose", "version"], { timeout: 10_000 });
  } catch {
    throw new Error(
      vscode.l10n.t(
        "Docker Compose does not run on this machine. Install Docker, or start it, and try again: https://docs.docker.com/get-started/get-docker/",
      ),
    );
  }
}

async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return "";
  }
}

/** Values that only their owner knows. @returns whether to start without them */
async function startWithout(unset: readonly { readonly name: string }[], env: vscode.Uri): Promise<boolean> {
  const fill = vscode.l10n.t("Fill In");
  const start = vscode.l10n.t("Start Without");
  const message = vscode.l10n.t("{0} variables have no value yet.", unset.length);
  const detail = unset.map(({ name }) => name).join("\n");
  const choice = await vscode.window.showWarningMessage(message, { modal: true, detail }, fill, start);
  if (choice === fill) await vscode.window.showTextDocument(env);
  return choice === start;
}
