import * as vscode from "vscode";
import { DeployError } from "../../deploy/errors";
import type { Runnable, Service } from "../../deploy/operate/runnable";
import type { Acting } from "./actions";
import { type Opened, open } from "./opened";

/** Replaces a service's tasks without a gap, after asking. */
export async function restartService(acting: Acting, component: string): Promise<void> {
  const restart = vscode.l10n.t("Restart");
  const detail = vscode.l10n.t("New tasks are started first; the old ones stop once those are healthy.");
  const question = vscode.l10n.t("Restart {0} in {1}?", component, acting.environment.name);
  if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, restart)) !== restart) return;
  const opened = await open(acting);
  if (!opened) return;
  const running = opened.engine.serviceOf(opened.inventory, component);
  await opened.engine.restart(opened.cloud, running);
  await follow(acting, opened, running, vscode.l10n.t("Restarting {0}", component));
}

/** Asks how many tasks a service is to have until the next deployment. */
export async function scaleService(acting: Acting, component: string): Promise<void> {
  const opened = await open(acting);
  if (!opened) return;
  const running = opened.engine.serviceOf(opened.inventory, component);
  const now = acting.environment.reading?.health.find((each) => each.component === component)?.desired;
  const { range } = running.service;
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t("Scale {0}", component),
    prompt: range
      ? vscode.l10n.t("Tasks, from {0} to {1}. Autoscaling goes on from there.", range.min, range.max)
      : vscode.l10n.t("Tasks. The next deployment makes it what the manifest says."),
    value: String(now ?? 1),
    ignoreFocusOut: true,
    validateInput: (text) => (/^\d{1,4}$/.test(text.trim()) ? undefined : vscode.l10n.t("A whole number, such as 3.")),
  });
  if (answer === undefined) return;
  await opened.engine.scale(opened.cloud, running, Number(answer));
  await follow(acting, opened, running, vscode.l10n.t("Scaling {0} to {1}", component, answer));
}

/** Its Cancel only ends the watching: what was asked for goes on. */
async function follow(
  { tree, environment }: Acting,
  { engine, cloud }: Opened,
  running: Runnable & { readonly service: Service },
  title: string,
): Promise<void> {
  const place = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const outcome = await vscode.window.withProgress(place, (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return engine.followRollout(cloud, running, ({ text }) => progress.report({ message: text }), stop.signal);
  });
  await tree.refresh(environment);
  if (outcome.ok) vscode.window.setStatusBarMessage(`${running.component}: ${outcome.health.text}`, 10_000);
  else if (outcome.failure.code !== "detached") throw new DeployError(outcome.failure);
}
