import * as vscode from "vscode";
import { freshSecret } from "../../deploy/freshSecret";
import type { App } from "../../manifest/app";
import { exportReadme, exportTargets } from "../../targets/export/bundle";
import { envText } from "../../targets/export/envText";
import type { Exported, ExportTarget } from "../../targets/export/exported";
import { folderOf, openApp, type PlatformParts } from "./openApp";
import { pathBetween, writeAll } from "./writeAll";

/** Writes the application for a platform that is chosen by what it does not carry, into a folder of its own. */
export async function exportApplication(parts: PlatformParts, document: vscode.TextDocument): Promise<void> {
  const title = vscode.l10n.t("Export Application");
  const app = await openApp(parts, document, title);
  const target = app && (await pickTarget(app, title));
  if (app === undefined || target === undefined) return;
  const beside = folderOf(document);
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Export {0} to {1}", app.name, target.label),
      openLabel: vscode.l10n.t("Write Here"),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(beside && { defaultUri: beside }),
    })) ?? [];
  if (chosen === undefined) return;
  const folder = vscode.Uri.joinPath(chosen, `${app.name}-${app.environment}-${target.id}`);
  const exported = target.write(app, { manifestFolder: pathBetween(folder, beside) });
  const page = `${target.id}.md`;
  const files = new Map([...exported.files, [page, exportReadme(app, target, exported)], ...localFiles(exported)]);
  await writeAll(folder, files);
  await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.joinPath(folder, page));
}

async function pickTarget(app: App, title: string): Promise<ExportTarget | undefined> {
  const items = exportTargets.map((target) => {
    const { notes } = target.write(app, { manifestFolder: "." });
    const detail =
      notes.length === 0
        ? vscode.l10n.t("All of it is carried.")
        : vscode.l10n.t("Differs or is left out: {0}.", namesIn(app, notes));
    return { label: target.label, detail, target };
  });
  const placeHolder = vscode.l10n.t("Choose the platform. Nothing is written before you have chosen a folder.");
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.target;
}

/** The fields that a platform does not carry as they are, each once. */
function namesIn(app: App, notes: Exported["notes"]): string {
  const names = notes.map(({ component, path }) => {
    const start = component === undefined ? -1 : path.indexOf(component);
    const field = path.slice(start + 1).join(".");
    return component === undefined || !app.components.has(component) ? field : field === "" ? component : field;
  });
  return [...new Set(names)].sort().join(", ");
}

/** Where variables are read from a file: that file, and what keeps it from version control. */
function localFiles({ files, variables }: Exported): readonly (readonly [string, string])[] {
  if (!files.has(".env.example")) return [];
  return [
    [".gitignore", ".env\n"],
    [".env", envText(variables, freshSecret)],
  ];
}
