import * as vscode from "vscode";
import type { HistoryEntry } from "../../deploy/operate/history";
import { loadEngine } from "../deploy/engine";
import type { Acting } from "./actions";

/** Plans what an earlier operation had deployed; confirmed and carried out as any plan. The manifest stays as it is. */
export async function redeploy({ parts, environment }: Acting, entry: HistoryEntry): Promise<void> {
  await parts.deployer.deploy(await environment.document(), {
    from: "command",
    environment: environment.name,
    source: async (engine, cloud, deployment) => {
      const journal = { folder: engine.journalDirectory() };
      const operation = (await engine.operationsOf(journal)).find(({ id }) => id === entry.id);
      if (operation === undefined) throw new Error(vscode.l10n.t("The journal has no word of this any more."));
      const earlier = await engine.earlierRevision(cloud, journal, operation, parts.tools);
      deployment.deploys = { manifest: earlier.manifest, template: earlier.synthesis.text };
      return engine.plan(cloud, earlier.app, earlier.synthesis, deployment);
    },
  });
}

const scheme = "stackwright-revision";

/** The manifests of earlier deployments, to be read and compared with. */
export function provideRevisions(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ query }) => {
      const engine = await loadEngine();
      return (await engine.readRevision(engine.journalDirectory(), query))?.manifest;
    },
  });
}

/** Shows what has changed in the manifest since then. What looked like a secret was not kept, and differs. */
export async function compareRevision({ environment }: Acting, { at, revision }: HistoryEntry): Promise<void> {
  const engine = await loadEngine();
  const kept = revision && (await engine.readRevision(engine.journalDirectory(), revision.key));
  if (!kept) throw new Error(vscode.l10n.t("The manifest of that time was not kept on this machine."));
  const then = vscode.Uri.from({ scheme, path: environment.uri.path, query: revision.key });
  const title = vscode.l10n.t("{0}: {1} ↔ Now", environment.name, new Date(at).toLocaleString());
  await vscode.commands.executeCommand("vscode.diff", then, environment.uri, title);
}
