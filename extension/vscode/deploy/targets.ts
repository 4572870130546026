import * as vscode from "vscode";
import type { CredentialsHint } from "../../deploy/findCredentials";
import { loadEngine } from "./engine";
import { choicesFor, parseChoice, sameChoice, type TargetChoice } from "./targetChoice";

/** Where each environment of each manifest goes: asked once, then remembered for the workspace. */
export class Targets {
  constructor(private readonly memory: vscode.Memento) {}

  /** Undefined: the person turned away. */
  async of(document: vscode.TextDocument, environment: string): Promise<TargetChoice | undefined> {
    return this.remembered(document, environment) ?? this.ask(document, environment);
  }

  remembered(document: vscode.TextDocument, environment: string): TargetChoice | undefined {
    return parseChoice(this.memory.get(keyOf(document, environment)));
  }

  async ask(document: vscode.TextDocument, environment: string): Promise<TargetChoice | undefined> {
    const { findCredentials } = await loadEngine();
    const hint = await findCredentials();
    const current = this.remembered(document, environment);
    const items = choicesFor(hint).map((choice) => itemFor(choice, hint, current));
    const help = { label: "$(question) AWS", detail: vscode.l10n.t("No credentials were found. How to get them…") };
    const choice = await vscode.window.showQuickPick<Item>(
      hint.found || hint.profiles.length > 0 ? items : [...items, help],
      {
        title: vscode.l10n.t("Deploy {0} to", environment),
        // The canvas gives the focus back while the list opens, which would close it.
        ignoreFocusOut: true,
        placeHolder: vscode.l10n.t("Choose where to deploy. Nothing happens before you have seen the plan."),
      },
    );
    if (!choice) return undefined;
    if (!choice.choice) throw new Error(howToSignIn());
    await this.memory.update(keyOf(document, environment), choice.choice);
    return choice.choice;
  }
}

interface Item extends vscode.QuickPickItem {
  readonly choice?: TargetChoice;
}

function itemFor(choice: TargetChoice, { source }: CredentialsHint, current: TargetChoice | undefined): Item {
  const description = sameChoice(choice, current) ? vscode.l10n.t("used last") : "";
  if (choice.target === "sandbox") {
    const detail = vscode.l10n.t("A simulation on this machine: it costs nothing and needs no account.");
    return { label: `$(beaker) ${vscode.l10n.t("Sandbox")}`, description, detail, choice };
  }
  if (choice.profile === undefined) {
    const detail = vscode.l10n.t("Your own account, with the credentials from {0}.", source ?? "");
    return { label: "$(cloud) AWS", description, detail, choice };
  }
  const detail = vscode.l10n.t("Your own account, with the profile {0}.", choice.profile);
  return { label: `$(cloud) AWS: ${choice.profile}`, description, detail, choice };
}

function howToSignIn(): string {
  return vscode.l10n.t(
    "No AWS credentials were found. Run “aws configure sso” in a terminal, or set AWS_PROFILE and restart VS Code.",
  );
}

function keyOf({ uri }: vscode.TextDocument, environment: string): string {
  return `target:${uri.toString()}#${environment}`;
}
