import * as vscode from "vscode";
import type { RecoverAction } from "../../deploy/engine";

/** What can be done with a stack, in the words of a list. */
export function wayOut(action: RecoverAction): { readonly label: string; readonly detail: string } {
  switch (action) {
    case "plan":
      return { label: vscode.l10n.t("Plan & Deploy"), detail: vscode.l10n.t("See what would change, then decide.") };
    case "execute":
      return {
        label: vscode.l10n.t("Plan Anew"),
        detail: vscode.l10n.t("A plan waits that nobody carried out; a new one replaces it."),
      };
    case "discard":
      return { label: vscode.l10n.t("Remove the Empty Stack"), detail: vscode.l10n.t("All there is of it is a plan.") };
    case "attach":
      return { label: vscode.l10n.t("Follow"), detail: vscode.l10n.t("Watch what goes on there to its end.") };
    case "cancel":
      return {
        label: vscode.l10n.t("Cancel Update"),
        detail: vscode.l10n.t("What it has changed so far is changed back."),
      };
    case "stop":
      return {
        label: vscode.l10n.t("Give Up and Delete"),
        detail: vscode.l10n.t("What there is of this first deployment is deleted."),
      };
    case "retry":
      return {
        label: vscode.l10n.t("Try Again"),
        detail: vscode.l10n.t("Once the cause is mended: plan, and deploy again."),
      };
    case "rollBack":
      return {
        label: vscode.l10n.t("Roll Back"),
        detail: vscode.l10n.t("It becomes what it was before the deployment that failed."),
      };
    case "continue":
      return {
        label: vscode.l10n.t("Continue Rollback"),
        detail: vscode.l10n.t("With everything, or without what stops it."),
      };
    case "delete":
      return {
        label: vscode.l10n.t("Delete What Is Left"),
        detail: vscode.l10n.t("After a preview; then it can be deployed anew."),
      };
    case "retain":
      return {
        label: vscode.l10n.t("Delete, Keeping Chosen Resources"),
        detail: vscode.l10n.t("Those that could not be deleted stay."),
      };
    case "force":
      return {
        label: vscode.l10n.t("Delete, Keeping Whatever Fails"),
        detail: vscode.l10n.t("What cannot be deleted stays in the account."),
      };
    case "drift":
      return {
        label: vscode.l10n.t("Look for Drift"),
        detail: vscode.l10n.t("In the Deployments view: what differs from the stack."),
      };
    case "destroy":
      return {
        label: vscode.l10n.t("Destroy"),
        detail: vscode.l10n.t("After a preview of what is deleted and what is kept."),
      };
    case "explain":
      return { label: vscode.l10n.t("Explain Last Failure"), detail: vscode.l10n.t("What caused it, and what to do.") };
  }
}
