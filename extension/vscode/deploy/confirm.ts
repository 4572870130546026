import * as vscode from "vscode";
import { whereOf } from "../../deploy/say";
import type { DestroyPlan, Plan } from "../../deploy/types";
import { confirmationFor, describeDestruction, isConfirmed } from "./confirmation";

/** `review`: the plan stays, to be looked at on the canvas. */
export type Decision = "deploy" | "review" | "cancel";

/**
 * Shows the plan to somebody who came from the palette and may not see the canvas. The first button, which Enter
 * presses, changes nothing.
 */
export async function offerPlan(plan: Plan, summary: string): Promise<Decision> {
  const review = vscode.l10n.t("Review on Canvas");
  const deploy = confirmationFor(plan) === "name" ? vscode.l10n.t("Deploy…") : vscode.l10n.t("Deploy");
  const access = (plan.widened ?? []).map(({ text }) => text);
  const detail = [summary, ...plan.dataRisks, ...access].join("\n\n");
  const question = vscode.l10n.t("Deploy {0} to {1}?", plan.stackName, whereOf(plan.identity));
  const choice =
    plan.dataRisks.length > 0
      ? await vscode.window.showWarningMessage(question, { modal: true, detail }, review, deploy)
      : await vscode.window.showInformationMessage(question, { modal: true, detail }, review, deploy);
  if (choice === deploy) return "deploy";
  return choice === review ? "review" : "cancel";
}

/** Where data or production is at stake, the environment's name has to be typed. */
export async function confirmPlan(plan: Plan): Promise<boolean> {
  if (confirmationFor(plan) === "button") return true;
  const reason =
    plan.dataRisks.length > 0 ? plan.dataRisks.join(" ") : vscode.l10n.t("{0} is protected.", plan.environment);
  return typeName(vscode.l10n.t("Deploy {0}", plan.stackName), plan.environment, reason);
}

/** The text went on after the plan was made. What is carried out is what was planned. */
export async function confirmOldPlan(): Promise<"deploy" | "plan" | "cancel"> {
  const again = vscode.l10n.t("Plan Again");
  const deploy = vscode.l10n.t("Deploy the Plan Shown");
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t("The manifest has changed since this plan was made."),
    { modal: true, detail: vscode.l10n.t("Deploying carries out the plan as it is shown, without the newer changes.") },
    again,
    deploy,
  );
  if (choice === deploy) return "deploy";
  return choice === again ? "plan" : "cancel";
}

/** What is deleted and what is kept, in words; then the environment's name has to be typed. */
export async function confirmDestruction(plan: DestroyPlan, environment: string): Promise<boolean> {
  const next = vscode.l10n.t("Destroy…");
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t("Destroy {0} on {1}?", plan.stackName, whereOf(plan.identity)),
    { modal: true, detail: describeDestruction(plan) },
    next,
  );
  if (choice !== next) return false;
  const title = vscode.l10n.t("Destroy {0}", plan.stackName);
  return typeName(title, environment, vscode.l10n.t("This cannot be undone."));
}

async function typeName(title: string, name: string, reason: string): Promise<boolean> {
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("{0} Type “{1}” to go on.", reason, name),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === "" || isConfirmed(value, name) ? undefined : vscode.l10n.t("That is not “{0}”.", name),
  });
  return isConfirmed(typed, name);
}
