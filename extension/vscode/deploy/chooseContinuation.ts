import * as vscode from "vscode";
import type { Recovering } from "./carryOutRecovery";

/** Without what a rollback goes on; undefined when the person turned away. `stuck`: the resources that it stopped at. */
export async function chooseContinuation(
  stackName: string,
  stuck: readonly string[],
): Promise<Pick<Recovering, "skip" | "force"> | undefined> {
  const all = { label: vscode.l10n.t("Continue with everything"), detail: vscode.l10n.t("Once the cause is mended.") };
  const some = {
    label: vscode.l10n.t("Continue without chosen resources…"),
    detail: vscode.l10n.t("They stay as they are now. It stopped at {0}.", stuck.join(", ")),
  };
  const forced = {
    label: vscode.l10n.t("Continue without whatever cannot be rolled back"),
    detail: vscode.l10n.t("What fails again stays as it is then."),
  };
  const title = vscode.l10n.t("Continue the rollback of {0}", stackName);
  const choice = await vscode.window.showQuickPick(stuck.length > 0 ? [all, some, forced] : [all, forced], { title });
  if (choice === undefined) return undefined;
  if (choice === forced) return { force: true };
  if (choice === all) return {};
  const skip = await chooseResources(vscode.l10n.t("Leave these as they are"), stuck);
  return skip && { skip };
}

/** Some of these resources, at least one; undefined when the person turned away. */
export async function chooseResources(
  title: string,
  logicalIds: readonly string[],
): Promise<readonly string[] | undefined> {
  const items = logicalIds.map((label) => ({ label, picked: true }));
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  return chosen === undefined || chosen.length === 0 ? undefined : chosen.map(({ label }) => label);
}
