import type * as vscode from "vscode";
import type { Problem } from "../../manifest/problem";
import { replacedFields } from "../../manifest/replacedFields";
import type { Parts } from "../parts";

/** What the text has, and what it would do to what is deployed in the chosen environment; by where it starts. */
export function problemsOf(
  { manifests, environments, remembered }: Pick<Parts, "manifests" | "environments" | "remembered">,
  document: vscode.TextDocument,
): readonly Problem[] {
  const manifest = manifests.of(document);
  const environment = environments.of(document);
  const deployed = remembered.manifestOf(document, environment);
  // A text that cannot be read says little about what it would do.
  if (deployed === undefined || !manifest.readable) return manifest.problems;
  const replaced = replacedFields(manifest, environment, deployed);
  if (replaced.length === 0) return manifest.problems;
  return [...manifest.problems, ...replaced].sort((a, b) => a.range.start - b.range.start);
}
