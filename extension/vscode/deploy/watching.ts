import * as vscode from "vscode";
import type { DeploymentView } from "../../deploy/types";

/** What a notification follows. */
export interface Followed {
  readonly view: DeploymentView;
  readonly onDidChange: vscode.Event<unknown>;
}

/**
 * Follows a deployment in a notification until `end`. Its Cancel only takes the notification away: the deployment goes on,
 * and so do the status bar and the canvas.
 */
export async function showProgress(title: string, followed: Followed, end: Promise<unknown>): Promise<void> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  await vscode.window.withProgress(options, async (progress, token) => {
    let shown = 0;
    const report = (): void => {
      const { text, done, total } = followed.view;
      const percent = total > 0 ? (100 * done) / total : 0;
      progress.report({ message: text, increment: Math.max(0, percent - shown) });
      shown = Math.max(shown, percent);
    };
    report();
    const following = followed.onDidChange(report);
    const hidden = new Promise<void>((resolve) => {
      const asked = token.onCancellationRequested(() => {
        asked.dispose();
        vscode.window.showInformationMessage(
          vscode.l10n.t("{0} goes on in the background. The status bar follows it.", followed.view.stackName),
        );
        resolve();
      });
    });
    await Promise.race([end.catch(() => undefined), hidden]);
    following.dispose();
  });
}
