import * as vscode from "vscode";
import { openCanvas } from "../open";
import type { Parts } from "../parts";
import { pickManifest } from "../pickManifest";
import { baseName, languageId, manifestGlob } from "../places";
import { activeDiff } from "../tabs";
import type { Version } from "./comparisons";
import { commitOf, historyOf } from "./git";

/** The two sides of the diff that is looked at; otherwise a manifest, with a version that the person picks. */
export async function compareOnCanvas(parts: Parts, given: unknown): Promise<void> {
  const sides = await diffOf(given);
  if (sides === undefined) {
    const document = await pickManifest(given);
    if (document && (await compareWith(parts, document))) await openCanvas(document.uri);
    return;
  }
  parts.comparisons.begin(sides.document, versionOf(sides.original));
  await openCanvas(sides.document.uri);
}

/** Asks for the version, and compares with it. @returns false: the person turned away */
export async function compareWith(parts: Parts, document: vscode.TextDocument): Promise<boolean> {
  const placeHolder = vscode.l10n.t("Compare {0} with", baseName(document.uri));
  const chosen = await vscode.window.showQuickPick(choicesFor(parts, document), { placeHolder });
  const version = await chosen?.read();
  if (version) parts.comparisons.begin(document, version);
  return version !== undefined;
}

async function diffOf(given: unknown) {
  const diff = activeDiff();
  if (!diff || (given instanceof vscode.Uri && !sides(diff).includes(given.toString()))) return undefined;
  const document = await vscode.workspace.openTextDocument(diff.modified);
  if (document.languageId !== languageId) return undefined;
  return { document, original: await vscode.workspace.openTextDocument(diff.original) };
}

function sides({ original, modified }: vscode.TabInputTextDiff): readonly string[] {
  return [original.toString(), modified.toString()];
}

interface Choice extends vscode.QuickPickItem {
  /** Undefined: the person turned away. */
  readonly read: () => Promise<Version | undefined>;
}

async function choicesFor(parts: Parts, document: vscode.TextDocument): Promise<readonly Choice[]> {
  const [history, files] = await Promise.all([
    historyOf(document.uri),
    vscode.workspace.findFiles(manifestGlob, "**/node_modules/**", 50),
  ]);
  const others = files
    .filter((uri) => uri.toString() !== document.uri.toString())
    .sort((left, right) => left.path.localeCompare(right.path));
  return [
    ...(history ? [head(document, history)] : []),
    ...deployed(parts, document),
    ...(document.isDirty && !document.isUntitled ? [saved(document)] : []),
    ...others.map(fileChoice),
    {
      label: `$(folder-opened) ${vscode.l10n.t("Another File…")}`,
      read: async () => {
        const filters = { [vscode.l10n.t("Manifests")]: ["yaml", "yml"] };
        const [uri] = (await vscode.window.showOpenDialog({ filters })) ?? [];
        return uri && readFile(uri);
      },
    },
  ];
}

function head(document: vscode.TextDocument, history: (ref: string) => Promise<string>): Choice {
  return {
    label: "$(git-commit) HEAD",
    description: vscode.l10n.t("The last commit"),
    read: async () => {
      try {
        return { name: "HEAD", text: await history("HEAD") };
      } catch {
        throw new Error(vscode.l10n.t("{0} is not in the last commit.", baseName(document.uri)));
      }
    },
  };
}

function deployed({ environments, remembered }: Parts, document: vscode.TextDocument): readonly Choice[] {
  const environment = environments.of(document);
  const found = remembered.of(document, environment);
  if (found === undefined) return [];
  const at = new Date(found.at).toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "short" });
  const name = vscode.l10n.t("the last deployment of {0}", environment);
  return [
    {
      label: `$(cloud) ${vscode.l10n.t("Last Deployment of {0}", environment)}`,
      description: at,
      read: async () => ({ name, text: found.text }),
    },
  ];
}

function saved({ uri }: vscode.TextDocument): Choice {
  return {
    label: `$(save) ${vscode.l10n.t("The Saved File")}`,
    read: async () => {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return { name: vscode.l10n.t("the saved file"), text: new TextDecoder().decode(bytes) };
    },
  };
}

function fileChoice(uri: vscode.Uri): Choice {
  return { label: `$(file) ${vscode.workspace.asRelativePath(uri)}`, read: () => readFile(uri) };
}

async function readFile(uri: vscode.Uri): Promise<Version> {
  return versionOf(await vscode.workspace.openTextDocument(uri));
}

function versionOf(document: vscode.TextDocument): Version {
  const { uri } = document;
  const commit = commitOf(uri);
  const index = commit === "" || commit?.startsWith("~") === true;
  const name = index
    ? vscode.l10n.t("the index")
    : (commit?.replace(/^([0-9a-f]{8})[0-9a-f]{32}$/, "$1") ?? baseName(uri));
  return { name, text: document.getText(), source: uri };
}
