import * as vscode from "vscode";
import type { DestroyOptions } from "../../deploy/engine";
import { confirmDestruction } from "./confirm";
import { connectTo } from "./connectTo";
import type { Deployment } from "./deployment";
import { loadEngine } from "./engine";
import { recordOf } from "./record";
import type { SandboxServer } from "./sandboxServer";
import { showProgress } from "./watching";

/** Says what would be deleted and kept, asks, and destroys. False: the person turned away and nothing was changed. */
export async function destroyStack(
  deployment: Deployment,
  sandbox: SandboxServer,
  ways?: DestroyOptions,
): Promise<boolean> {
  const { stackName } = deployment.view;
  try {
    const engine = await loadEngine();
    const { cloud, plan } = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Looking at {0}", stackName) },
      async () => {
        const connected = await connectTo(deployment, sandbox);
        deployment.cloud = connected;
        return { cloud: connected, plan: await engine.planDestroy(connected, stackName, deployment, ways) };
      },
    );
    // Of a protected one there is nothing to ask; the engine refuses it and says what to do.
    if (!plan.protected && !(await confirmDestruction(plan, deployment.environment))) return false;
    const running = engine.destroy(cloud, plan, deployment, undefined, await recordOf(deployment));
    if (!plan.protected) await showProgress(vscode.l10n.t("Destroying {0}", stackName), deployment, running);
    await running;
  } catch (error) {
    deployment.fail(error);
  }
  return true;
}
