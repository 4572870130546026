import * as vscode from "vscode";
import type { Parts } from "../parts";
import { provideCompletion } from "./completion";
import { publishDiagnostics } from "./diagnostics";
import { provideFixes } from "./fixes";
import { provideLenses } from "./lenses";
import { provideNavigation } from "./navigation";
import { providePage } from "./page";
import { provideReading } from "./reading";
import { showLanguageStatus } from "./status";

/** Everything that the text editor gets. */
export function provideLanguage(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    publishDiagnostics(parts.manifests),
    provideCompletion(parts.manifests),
    provideReading(parts.manifests),
    provideNavigation(parts.manifests),
    providePage(parts),
    provideFixes(parts.manifests),
    provideLenses(parts),
    showLanguageStatus(parts),
  );
}
