import * as vscode from "vscode";
import { edited } from "../../protocol/edited";
import type { Parts } from "../parts";

/** When the chosen environment was last deployed, where to, and whether the text has changed since; undefined while nothing is known. */
export function lastDeployed(
  { manifests, environments, remembered }: Pick<Parts, "manifests" | "environments" | "remembered">,
  document: vscode.TextDocument,
): string | undefined {
  const environment = environments.of(document);
  const deployed = remembered.of(document, environment);
  const baseline = remembered.baselineOf(document, environment);
  if (deployed === undefined || baseline === undefined) return undefined;
  const { target, account } = deployed.identity;
  const place = target === "sandbox" ? vscode.l10n.t("the Sandbox") : account;
  const manifest = manifests.of(document);
  const { components, removed, other } = edited(baseline, manifest);
  const isSame = Object.keys(components).length + removed.length + other.length === 0;
  const at = timeOf(deployed.at);
  // Nothing is said about a text that cannot be read.
  if (!manifest.readable) return vscode.l10n.t("{0} deployed to {1}, {2}", environment, place, at);
  return isSame
    ? vscode.l10n.t("{0} deployed to {1}, {2}, as it is here", environment, place, at)
    : vscode.l10n.t("{0} deployed to {1}, {2}, changed since", environment, place, at);
}

function timeOf(at: string): string {
  return new Date(at).toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "short" });
}
