import * as vscode from "vscode";
import type { RecoverAction } from "../../deploy/engine";

/** What can be done with a stack, in the words of a list. */
export function wayOut(action: RecoverAction): { readonly label: string; readonly detail: string } {
  const { l10n } = vscode;
  switch (action) {
    case "plan":
      return { label: l10n.t("Plan & Deploy"), detail: l10n.t("See what would change, then decide.") };
    case "execute":
      return {
        label: l10n.t("Plan Anew"),
        detail: l10n.t("A plan waits that nobody carried out; a new one replaces it."),
      };
    case "discard":
      return { label: l10n.t("Remove the Empty Stack"), detail: l10n.t("All there is of it is a plan.") };
    case "attach":
      return { label: l10n.t("Follow"), detail: l10n.t("Watch what goes on there to its end.") };
    case "cancel":
      return { label: l10n.t("Cancel Update"), detail: l10n.t("What it has changed so far is changed back.") };
    case "stop":
      return {
        label: l10n.t("Give Up and Delete"),
        detail: l10n.t("What there is of this first deployment is deleted."),
      };
    case "retry":
      return { label: l10n.t("Try Again"), detail: l10n.t("Once the cause is mended: plan, and deploy again.") };
    case "rollBack":
      return {
        label: l10n.t("Roll Back"),
        detail: l10n.t("It becomes what it was before the deployment that failed."),
      };
    case "continue":
      return { label: l10n.t("Continue Rollback"), detail: l10n.t("With everything, or without what stops it.") };
    case "delete":
      return {
        label: l10n.t("Delete What Is Left"),
        detail: l10n.t("After a preview; then it can be deployed anew."),
      };
    case "retain":
      return {
        label: l10n.t("Delete, Keeping Chosen Resources"),
        detail: l10n.t("Those that could not be deleted stay."),
      };
    case "force":
      return {
        label: l10n.t("Delete, Keeping Whatever Fails"),
        detail: l10n.t("What cannot be deleted stays in the account."),
      };
    case "drift":
      return {
        label: l10n.t("Look for Drift"),
        detail: l10n.t("In the Deployments view: what differs from the stack."),
      };
    case "destroy":
      return { label: l10n.t("Destroy"), detail: l10n.t("After a preview of what is deleted and what is kept.") };
    case "explain":
      return { label: l10n.t("Explain Last Failure"), detail: l10n.t("What caused it, and what to do.") };
  }
}
