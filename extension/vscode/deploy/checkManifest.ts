import * as vscode from "vscode";
import type { App } from "../../manifest/app";
import type { Manifests } from "../manifests";
import { openText } from "../open";
import { baseName } from "../places";

/** The application in an environment, as the text stands now. Undefined: there are errors; the first one is shown. */
export async function checkManifest(
  manifests: Manifests,
  document: vscode.TextDocument,
  environment: string,
): Promise<App | undefined> {
  const manifest = manifests.of(document);
  const app = manifest.appFor(environment);
  if (app) return app;
  const errors = manifest.problems.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (!first) throw new Error(vscode.l10n.t("{0} cannot be read.", baseName(document.uri)));
  await openText(document, first.range);
  const file = baseName(document.uri);
  vscode.window.showErrorMessage(
    errors.length === 1
      ? vscode.l10n.t("{0} has an error, which has to be mended first: {1}", file, first.message)
      : vscode.l10n.t(
          "{0} has {1} errors, which have to be mended first. One of them: {2}",
          file,
          errors.length,
          first.message,
        ),
  );
  return undefined;
}
