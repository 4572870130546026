import * as vscode from "vscode";
import { copyComponents } from "../../manifest/edit/edit";
import type { Operation, Position } from "../../manifest/edit/operation";
import type { Manifest } from "../../manifest/manifest";

/** The operations that an answer stands for, or why there is none. */
export type Asked =
  | { readonly ok: true; readonly operations: readonly Operation[] }
  | { readonly ok: false; readonly reason: string };

/** Puts the text of components on the clipboard. @returns false when there is none of them */
export async function copy(manifest: Manifest, components: readonly string[]): Promise<boolean> {
  const text = copyComponents(manifest, components);
  if (text !== "") await vscode.env.clipboard.writeText(text);
  return text !== "";
}

/** What cutting does to the text, once the components are on the clipboard. */
export async function cut(manifest: Manifest, components: readonly string[]): Promise<Asked> {
  if (!(await copy(manifest, components))) return { ok: false, reason: vscode.l10n.t("There is nothing to cut.") };
  return { ok: true, operations: components.map((name): Operation => ({ kind: "removeComponent", name })) };
}

export async function paste(at: Position | undefined): Promise<Asked> {
  const text = await vscode.env.clipboard.readText();
  return { ok: true, operations: [{ kind: "pasteComponents", text, ...(at && { at }) }] };
}

export function duplicate(manifest: Manifest, components: readonly string[]): Asked {
  return { ok: true, operations: [{ kind: "pasteComponents", text: copyComponents(manifest, components) }] };
}
