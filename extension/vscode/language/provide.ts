import * as vscode from "vscode";
import type { Parts } from "../parts";
import { provideCompletion } from "./completion";
import { publishDiagnostics } from "./diagnostics";
import { provideFixes } from "./fixes";
import { provideLenses } from "./lenses";
import { provideNavigation } from "./navigation";
import { providePage } from "./page";
import { provideProblemPages } from "./problemPage";
import { provideReading } from "./reading";
import { showLanguageStatus } from "./status";
import { provideSymbols } from "./symbols";

/** Everything that the text editor gets. */
export function provideLanguage(parts: Parts): vscode.Disposable {
  const pages = vscode.Uri.joinPath(parts.extensionUri, "docs", "problems");
  return vscode.Disposable.from(
    publishDiagnostics(parts),
    provideCompletion(parts.manifests),
    provideReading(parts.manifests),
    provideSymbols(parts),
    provideNavigation(parts.manifests),
    providePage(parts),
    provideFixes(parts),
    provideLenses(parts),
    provideProblemPages(pages),
    showLanguageStatus(parts),
  );
}
