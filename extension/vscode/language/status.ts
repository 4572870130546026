import * as vscode from "vscode";
import { schemaVersion } from "../../manifest/schema";
import type { Parts } from "../parts";
import { languageId } from "../places";

/** In the language status: which environment is looked at, and whether the manifest could be deployed there. */
export function showLanguageStatus({ manifests, environments }: Parts): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("stackwright.environment", { language: languageId });
  item.name = vscode.l10n.t("Stackwright Environment");
  item.command = { command: "stackwright.chooseEnvironment", title: vscode.l10n.t("Choose…") };
  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== languageId) return;
    const { problems } = manifests.of(document);
    const errors = problems.filter(({ severity }) => severity === "error").length;
    item.text = vscode.l10n.t("Environment: {0}", environments.of(document));
    const state = errors === 0 ? vscode.l10n.t("The manifest can be deployed") : errorCount(errors);
    item.detail = vscode.l10n.t("{0}. Manifest schema version {1}", state, schemaVersion);
    item.severity = errors === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Error;
  };
  show();
  return vscode.Disposable.from(
    item,
    manifests.onDidChange(show),
    environments.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}

function errorCount(errors: number): string {
  return errors === 1 ? vscode.l10n.t("1 error") : vscode.l10n.t("{0} errors", errors);
}
