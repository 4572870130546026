import * as vscode from "vscode";
import { baseName } from "../places";

export interface Image {
  readonly format: "svg" | "png";
  /** An SVG document, or a PNG in base64. */
  readonly data: string;
}

/** Asks where to, and writes the file. Does nothing when the person turns away. */
export async function saveImage(document: vscode.TextDocument, { format, data }: Image): Promise<void> {
  const bytes = bytesOf({ format, data });
  if (!bytes) throw new Error(vscode.l10n.t("The canvas did not give a picture that can be saved."));
  const name = baseName(document.uri).replace(/\.ya?ml$/, "");
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t("Export the canvas"),
    filters: { [format.toUpperCase()]: [format] },
    ...(document.isUntitled ? {} : { defaultUri: vscode.Uri.joinPath(document.uri, "..", `${name}.${format}`) }),
  });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, bytes);
  const open = vscode.l10n.t("Open");
  vscode.window.showInformationMessage(vscode.l10n.t("Exported to {0}", baseName(uri)), open).then((choice) => {
    if (choice === open) vscode.commands.executeCommand("vscode.open", uri);
  });
}

/** @returns undefined for what is not of that format */
function bytesOf({ format, data }: Image): Uint8Array | undefined {
  if (format === "svg")
    return /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/.test(data) ? new TextEncoder().encode(data) : undefined;
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return signature.every((byte, index) => bytes[index] === byte) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
