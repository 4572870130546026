import * as vscode from "vscode";
import type { Manifests } from "./manifests";

/** Which environment of a manifest is looked at, in every view of it. Remembered for the workspace. */
export class Environments implements vscode.Disposable {
  private readonly onDidChangeEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  readonly onDidChange = this.onDidChangeEmitter.event;

  constructor(
    private readonly manifests: Manifests,
    private readonly memory: vscode.Memento,
  ) {}

  /** One that the manifest has now: the chosen one, or its first. */
  of(document: vscode.TextDocument): string {
    const { environments } = this.manifests.of(document);
    const chosen = this.memory.get<string>(keyOf(document));
    return chosen !== undefined && environments.includes(chosen) ? chosen : (environments[0] ?? "default");
  }

  async choose(document: vscode.TextDocument, environment: string): Promise<void> {
    if (environment === this.of(document) || !this.manifests.of(document).environments.includes(environment)) return;
    await this.memory.update(keyOf(document), environment);
    this.onDidChangeEmitter.fire(document);
  }

  /** Asks only where there is a choice. Undefined: the person turned away. */
  async ask(document: vscode.TextDocument, title: string): Promise<string | undefined> {
    const { environments } = this.manifests.of(document);
    const current = this.of(document);
    if (environments.length < 2) return current;
    const items = [current, ...environments.filter((name) => name !== current)].map((label) => ({ label }));
    const placeHolder = vscode.l10n.t("Choose the environment");
    const choice = await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
    if (choice) await this.choose(document, choice.label);
    return choice?.label;
  }

  dispose(): void {
    this.onDidChangeEmitter.dispose();
  }
}

function keyOf({ uri }: vscode.TextDocument): string {
  return `environment:${uri.toString()}`;
}
