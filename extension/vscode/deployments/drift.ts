import * as vscode from "vscode";
import { loadEngine } from "../deploy/engine";
import { openText } from "../open";
import { rangeIn } from "../places";
import type { Acting } from "./actions";
import { open } from "./opened";

/** Compares what is there with what was deployed, and shows the differences in the view. */
export async function checkDrift(acting: Acting): Promise<void> {
  const opened = await open(acting);
  if (!opened) return;
  const { engine, cloud, inventory } = opened;
  const title = vscode.l10n.t("Comparing {0} with what is there", inventory.stackName);
  const place = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const found = await vscode.window.withProgress(place, (_, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return engine.detectDrift(cloud, inventory, stop.signal);
  });
  acting.environment.drift = found;
  await acting.tree.showAnew(acting.environment);
  const { length } = found.drifted;
  if (length === 0) {
    const sentence = vscode.l10n.t("{0} is as it was deployed.", inventory.stackName);
    vscode.window.showInformationMessage(sentence);
    return;
  }
  const back = vscode.l10n.t("Put It Back…");
  const sentence =
    length === 1
      ? vscode.l10n.t("One resource of {0} is not as it was deployed.", inventory.stackName)
      : vscode.l10n.t("{0} resources of {1} are not as they were deployed.", length, inventory.stackName);
  vscode.window.showWarningMessage(sentence, back).then((choice) => {
    if (choice === back) vscode.commands.executeCommand("stackwright.deployments.putBack", nodeOf(acting));
  });
}

const nodeOf = ({ environment }: Acting) => ({ kind: "drift", environment, item: {} });

/** Writes the real value into the manifest, where a field can say it, and shows the line. */
export async function takeIntoManifest({ parts, environment }: Acting, at: number, index: number): Promise<void> {
  const resource = environment.drift?.drifted[at];
  const property = resource?.properties[index];
  if (!resource || !property) return;
  const engine = await loadEngine();
  const document = await environment.document();
  const taken = engine.takeReal(parts.tools, parts.manifests.of(document), environment.name, resource, property);
  if (!taken) {
    const why = vscode.l10n.t("No field of the manifest can say {0} of this {1}.", property.path, resource.label);
    throw new Error(`${why} ${vscode.l10n.t("Put it back instead, or say it under “aws.overrides”.")}`);
  }
  const change = new vscode.WorkspaceEdit();
  for (const { range, text } of taken.edits) change.replace(document.uri, rangeIn(document, range), text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new Error(vscode.l10n.t("The manifest could not be changed."));
  }
  const start = taken.edits[0]?.range.start ?? 0;
  await openText(document, { start, end: start });
}

/** Plans to make the cloud again what was deployed; confirmed and carried out as any plan. */
export async function putBack(acting: Acting): Promise<void> {
  const { environment, parts } = acting;
  const document = await environment.document();
  await parts.deployer.deploy(document, {
    from: "command",
    environment: environment.name,
    source: async (engine, cloud, deployment) => {
      const inventory = await engine.inventoryOf(cloud, deployment.view.stackName);
      const plan = await engine.planPutBack(cloud, inventory, environment.name, deployment);
      return plan ? { kind: "plan", plan } : { kind: "unchanged", outputs: inventory.outputs };
    },
  });
}
