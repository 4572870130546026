import * as vscode from "vscode";
import type { Manifest } from "../../manifest/manifest";
import { placeOf } from "../../manifest/placeOf";
import { compare, comparisonMarkdown, exportTargets } from "../../targets/export/bundle";
import { guard } from "../command";
import { lineLink } from "../pages/lineLink";
import { isSameFile } from "../places";
import { openApp, type PlatformParts } from "./openApp";

/** How long nobody has typed before the table is made anew, in milliseconds. */
const pause = 300;

/** Shows what each component becomes on each platform, and goes on doing so while the manifest changes. */
export async function comparePlatforms(parts: PlatformParts, document: vscode.TextDocument): Promise<void> {
  const { manifests, pages, log } = parts;
  const app = await openApp(parts, document, vscode.l10n.t("Compare Platforms"));
  if (app === undefined) return;
  const { environment, name, resources } = app;
  const title = vscode.l10n.t("{0} on Each Platform", `${name}-${environment}`);
  const page = (): string | undefined => {
    const manifest = manifests.of(document);
    const now = manifest.appFor(environment);
    if (now === undefined) return undefined;
    return tableOf(manifest, { ...now, ...(resources && { resources }) }, document.uri);
  };
  await pages.show(title, page() ?? "");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = manifests.onDidChange((changed) => {
    if (!isSameFile(changed, document)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void guard(log, () => {
        const markdown = page();
        // While there is an error in the text, the last table stays.
        if (markdown !== undefined && !pages.update(title, markdown)) follow.dispose();
      });
    }, pause);
  });
}

function tableOf(manifest: Manifest, app: NonNullable<ReturnType<Manifest["appFor"]>>, uri: vscode.Uri): string {
  return comparisonMarkdown(compare(app, exportTargets), app, ({ path }) => {
    const offset = placeOf(manifest, path)?.start ?? 0;
    return lineLink(uri, manifest.text.slice(0, offset).split("\n").length);
  });
}
