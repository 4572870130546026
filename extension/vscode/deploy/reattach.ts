import * as vscode from "vscode";
import type { JournalEntry } from "../../deploy/journal/entry";
import type { Ground } from "../start";
import { connectTo } from "./connectTo";
import { Deployment } from "./deployment";
import { sayEnd } from "./ending";
import { loadEngine } from "./engine";
import { remember } from "./remember";
import type { SandboxServer } from "./sandboxServer";
import type { TargetChoice } from "./targetChoice";
import { trustProblem } from "./trust";
import { isUnfinished } from "./unfinished";
import { showProgress } from "./watching";

/** Milliseconds after the window has begun, and between two looks while another process follows something. */
const settling = 1_500;
const again = 5_000;
const looks = 24;

/** Where the deployments of this window stand. */
export interface Enlisting {
  readonly ground: Ground;
  readonly sandbox: SandboxServer;
  /** False when the window works on that environment already. */
  enlist(deployment: Deployment): boolean;
  dismiss(deployment: Deployment): void;
}

/**
 * Once the window has settled, follows what a window that was closed or has crashed had begun for manifests of this
 * workspace. A window that is loaded anew may outlive its successor's beginning, so that it is looked for again.
 */
export function reattachLater(enlisting: Enlisting): vscode.Disposable {
  let timer = setTimeout(() => void look(looks), settling);
  const look = async (left: number): Promise<void> => {
    const isLeft = await reattach(enlisting).catch((error: unknown) => {
      enlisting.ground.log.error(error instanceof Error ? error : String(error));
      return false;
    });
    if (isLeft && left > 0) timer = setTimeout(() => void look(left - 1), again);
  };
  return new vscode.Disposable(() => clearTimeout(timer));
}

/** True when there is something that another process still follows. */
async function reattach(enlisting: Enlisting): Promise<boolean> {
  if (trustProblem() !== undefined || !(await isUnfinished())) return false;
  const engine = await loadEngine();
  const { entries, followed } = await engine.orphansOf({ folder: engine.journalDirectory() });
  for (const entry of entries) void follow(enlisting, entry);
  return followed;
}

/** Follows what the journal has to its end, in the manifest that it was begun from. */
export async function follow({ ground, sandbox, enlist, dismiss }: Enlisting, entry: JournalEntry): Promise<void> {
  const uri = entry.manifest === undefined ? undefined : vscode.Uri.file(entry.manifest);
  if (!uri || !vscode.workspace.getWorkspaceFolder(uri)) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const app = ground.manifests.of(document).appFor(entry.environment);
  if (!app) return;
  const { stackName } = entry.plan;
  const phase = entry.operation === "destroy" ? "destroying" : "planning";
  const at = { ...app, region: entry.identity.region };
  const deployment = new Deployment(document, at, choiceOf(entry), phase, stackName, ground.log);
  deployment.shown = true;
  // It was confirmed when it was begun.
  deployment.confirmed = true;
  if (!enlist(deployment)) return deployment.dispose();
  ground.log.info(vscode.l10n.t("{0} was being worked on when a window was closed; it is followed again.", stackName));
  try {
    const engine = await loadEngine();
    const cloud = await connectTo(deployment, sandbox);
    deployment.cloud = cloud;
    const running = engine.attach(cloud, { folder: engine.journalDirectory() }, entry, deployment);
    await showProgress(vscode.l10n.t("Following {0} again", stackName), deployment, running);
    await running;
  } catch (error) {
    // What goes on in the cloud has not failed because nobody here may look at it.
    dismiss(deployment);
    const reason = error instanceof Error ? error.message : String(error);
    ground.log.warn(reason);
    const retry = vscode.l10n.t("Try Again");
    const sentence = vscode.l10n.t("{0} could not be followed again. {1}", stackName, reason);
    const choice = await vscode.window.showWarningMessage(sentence, retry);
    if (choice === retry) await follow({ ground, sandbox, enlist, dismiss }, entry);
    return;
  }
  await remember(ground.remembered, deployment);
  sayEnd(ground, document, deployment.view);
}

function choiceOf({ identity: { target, profile } }: JournalEntry): TargetChoice {
  if (target === "sandbox") return { target };
  return { target, ...(profile === undefined ? {} : { profile }) };
}
