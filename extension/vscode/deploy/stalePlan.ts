import * as vscode from "vscode";
import type { Deployment } from "./deployment";
import { loadEngine } from "./engine";

/** Milliseconds between two questions whether the stack was changed by somebody else. One call each. */
const pace = { aws: 20_000, sandbox: 3_000 } as const;

/**
 * Notices that a plan which waits no longer says what would happen: the manifest was changed, or the stack was. Ends by
 * itself when the plan waits no more.
 */
export function watchPlan(deployment: Deployment): vscode.Disposable {
  const { document } = deployment;
  const check = (): void => {
    if (!deployment.source) deployment.differs(document.getText() !== deployment.text);
  };
  const typing = vscode.workspace.onDidChangeTextDocument((event) => event.document === document && check());
  const timer = setInterval(async () => {
    const { cloud, view } = deployment;
    if (!deployment.confirmable || !cloud || !view.plan || view.stale === "stack" || !vscode.window.state.focused)
      return;
    const { isStale } = await loadEngine();
    if ((await isStale(cloud, view.plan)) && deployment.confirmable) deployment.overtaken();
  }, pace[deployment.view.target]);
  check();
  return vscode.Disposable.from(typing, { dispose: () => clearInterval(timer) });
}
