import { t } from "../../l10n";
import { type Manifest, openManifest } from "../../manifest";
import { componentTypes } from "../../schema";
import type { Entry, MapNode } from "../../syntax/node";
import { keyOf } from "../model";
import { refuse } from "../refusal";
import { nodeAt } from "../slot";
import { clipOf } from "./copyComponents";
import { isSound, outsideAliases } from "./source";

/** As large as a manifest can be. */
const largest = 1_000_000;

/**
 * Reads what is to be pasted: a manifest, or a map of components alone. The answer is in the layout that copying writes.
 * Ends the edit, with the reason, for any other text.
 */
export function readClip(text: string): Manifest {
  if (text.trim() === "") return refuse(t`There is no text to paste.`);
  if (text.length > largest) return refuse(t`The text to paste is larger than a manifest can be.`);
  const source = openManifest(text);
  const problem = source.problems.find(({ severity, code }) => severity === "error" && code === "yaml-syntax");
  if (problem !== undefined) return refuse(t`The text to paste is not YAML: ${problem.message}`);
  const { root } = source;
  if (!isSound(source) || root?.kind !== "map") return refuse(t`The text to paste has no components in it.`);
  const clip = openManifest(clipOf(source, componentsIn(source, root)));
  const [lost] = outsideAliases(clip.root);
  if (lost !== undefined) {
    return refuse(t`\`*${lost.name}\` in the text to paste leads nowhere: \`&${lost.name}\` was not copied with it.`);
  }
  return isSound(clip) ? clip : refuse(t`The text to paste cannot be read on its own.`);
}

function componentsIn(source: Manifest, root: MapNode): readonly Entry[] {
  const components = source.resolve(nodeAt(root, ["components"]));
  if (components?.kind === "map" && components.entries.length > 0) return source.entriesOf(components);
  const keys = root.entries.map(({ key }) => keyOf(key));
  if (keys.includes("services")) {
    return refuse(t`The text to paste is a Compose file. Import it instead; its services are no components yet.`);
  }
  const other = root.entries.find(({ value }) => !isComponent(source, value));
  if (other === undefined && root.entries.length > 0) return source.entriesOf(root);
  return refuse(
    t`The text to paste has no components in it: \`${keyOf(other?.key ?? none).slice(0, 40)}\` is none of a known type.`,
  );
}

function isComponent(source: Manifest, value: Entry["value"]): boolean {
  const map = source.resolve(value);
  if (map?.kind !== "map") return false;
  const type = source.resolve(source.entriesOf(map).find(({ key }) => keyOf(key) === "type")?.value);
  return type?.kind === "scalar" && componentTypes.has(String(type.value));
}

const none: Entry["key"] = { kind: "scalar", value: "", style: "plain", range: { start: 0, end: 0 } };
